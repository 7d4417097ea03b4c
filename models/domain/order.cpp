// SPDX-License-Identifier: Apache-2.0
#include "domain/order.h"

#include "moc_order.cpp"

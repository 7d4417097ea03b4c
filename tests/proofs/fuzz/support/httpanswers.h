// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/httpclient.h"

namespace mc::fuzz {

/// What the engines' HTTP client, which is replaced here, answers from now on, one after the other; then "no
/// answer".
void setHttpAnswers(QList<store::HttpAnswer> answers);

} // namespace mc::fuzz

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/store/commandline.h"

namespace mc::store {

// The commands, one subject a file.
void addServeCommand(std::vector<Command> &commands);
void addStoreCommands(std::vector<Command> &commands);
void addStaffCommands(std::vector<Command> &commands);
void addTokenCommands(std::vector<Command> &commands);
void addOrderCommands(std::vector<Command> &commands);
void addCustomerCommands(std::vector<Command> &commands);
void addPolicyCommands(std::vector<Command> &commands);
void addReasonCommands(std::vector<Command> &commands);
void addSettingCommands(std::vector<Command> &commands);
void addEngineCommands(std::vector<Command> &commands);
void addMaintenanceCommands(std::vector<Command> &commands);

} // namespace mc::store

// SPDX-License-Identifier: Apache-2.0
#include "app/store/commands.h"

namespace mc::store {

std::vector<Command> allCommands()
{
    std::vector<Command> commands;
    addServeCommand(commands);
    addStoreCommands(commands);
    addStaffCommands(commands);
    addTokenCommands(commands);
    addOrderCommands(commands);
    addCustomerCommands(commands);
    addPolicyCommands(commands);
    addReasonCommands(commands);
    addSettingCommands(commands);
    addEngineCommands(commands);
    addMaintenanceCommands(commands);
    return commands;
}

} // namespace mc::store

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cmdlets for databases: listing them and moving their active copies.
#pragma once

namespace drydock::lab {

struct Invocation;

void getMailboxDatabase(Invocation& call);
void moveActiveMailboxDatabase(Invocation& call);

} // namespace drydock::lab

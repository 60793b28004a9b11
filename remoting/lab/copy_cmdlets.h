// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cmdlets for database copies: their status, suspending and resuming them.
#pragma once

namespace drydock::lab {

struct Invocation;

void getMailboxDatabaseCopyStatus(Invocation& call);
void suspendMailboxDatabaseCopy(Invocation& call);
void resumeMailboxDatabaseCopy(Invocation& call);

} // namespace drydock::lab

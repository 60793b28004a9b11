// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cmdlets for mail queues: listing, redirecting, retrying.
#pragma once

namespace drydock::lab {

struct Invocation;

void getQueue(Invocation& call);
void redirectMessage(Invocation& call);
void retryQueue(Invocation& call);

} // namespace drydock::lab

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The probe of ports/endpoint_probe.h.
#pragma once

#include "model/ports/endpoint_probe.h"

namespace drydock::exchange {

// See ports::EndpointProbe.
[[nodiscard]] QFuture<domain::EndpointFindings> probeEndpoint(const ports::ConnectionProfile& profile);

} // namespace drydock::exchange

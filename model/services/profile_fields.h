// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The fields of a saved connection and their keys in files, declared once. No field is a secret.
#pragma once

#include "model/ports/exchange_gateway.h"

#include <QString>

namespace drydock::services {

// Calls field(key, value) for each field but the scheme; values are QString, bool, QStringList or a map of QStrings.
// `Profile` is a ConnectionProfile, const or not.
template <class Profile, class Field> void forEachField(Profile& profile, Field field)
{
    field("name", profile.name);
    field("url", profile.url);
    field("nodeUrlTemplate", profile.nodeUrlTemplate);
    field("nodeUrls", profile.nodeUrls);
    field("clientUrlTemplate", profile.clientUrlTemplate);
    field("allowNtlm", profile.allowNtlm);
    field("user", profile.user);
    field("nodeUser", profile.nodeUser);
    field("keytab", profile.keytab);
    field("clientCertificate", profile.clientCertificate);
    field("clientKey", profile.clientKey);
    field("spn", profile.spn);
    field("pinnedCertificate", profile.pinnedCertificate);
    field("pins", profile.pins);
    field("caFile", profile.caFile);
    field("trustedDomains", profile.trustedDomains);
    field("readOnly", profile.readOnly);
}

} // namespace drydock::services

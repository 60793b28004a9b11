// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/request_target.h"

namespace drydock::http {

std::string hostHeader(const QUrl& url)
{
    return url.authority(QUrl::FullyEncoded).section(QLatin1Char('@'), -1).toStdString();
}

std::string target(const QUrl& url)
{
    auto text = url.path(QUrl::FullyEncoded);
    if (text.isEmpty()) text = QStringLiteral("/");
    if (url.hasQuery()) text += QLatin1Char('?') + url.query(QUrl::FullyEncoded);
    return text.toStdString();
}

} // namespace drydock::http

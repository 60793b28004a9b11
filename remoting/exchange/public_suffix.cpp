// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/public_suffix.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QUrl>

namespace drydock::exchange {
namespace {

// Qt tells what it knows only by the cookies that it takes: none for all hosts of a public suffix.
class CookieRule : private QNetworkCookieJar
{
public:
    [[nodiscard]] bool takesCookieOf(const QString& domain) const
    {
        QNetworkCookie cookie("name", "value");
        cookie.setDomain(QLatin1Char('.') + domain);
        QUrl url;
        url.setScheme(QStringLiteral("https"));
        url.setHost(QStringLiteral("host.") + domain);
        return url.isValid() && validateCookie(cookie, url);
    }
};

} // namespace

bool isPublicSuffix(const QString& domain)
{
    return !domain.contains(QLatin1Char('.')) || !CookieRule().takesCookieOf(domain.toLower());
}

} // namespace drydock::exchange

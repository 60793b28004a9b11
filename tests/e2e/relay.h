// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Stands between a program and a lab on loopback, counts the requests, and refuses or cuts them as told.
#pragma once

#include <QTcpServer>
#include <QUrl>

#include <functional>

namespace drydock::tests {

class Relay : public QTcpServer
{
public:
    explicit Relay(const QString& target);

    // Returns the URL through this relay for a URL of the lab.
    [[nodiscard]] QString through(const QString& url) const;
    // Returns options of drydockctl with every URL in them led through this relay.
    [[nodiscard]] QStringList through(QStringList options) const;

    std::function<bool(const QByteArray& request)> refuses; // true: the request is answered with 401
    int requests = 0;
    int refused = 0;

protected:
    void incomingConnection(qintptr handle) override;

private:
    QUrl m_target;
};

} // namespace drydock::tests

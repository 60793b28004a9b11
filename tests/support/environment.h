// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Environment variables of this process, and of its children, as a test needs them.
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace drydock::tests {

// At its end every variable is what it was before.
class Environment
{
public:
    Environment() = default;
    ~Environment()
    {
        for (const auto& [variable, value] : m_before) {
            if (value.isNull())
                qunsetenv(variable.constData());
            else
                qputenv(variable.constData(), value);
        }
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

    void set(const char* variable, const QByteArray& value)
    {
        m_before.prepend({variable, qEnvironmentVariableIsSet(variable) ? qgetenv(variable) : QByteArray()});
        qputenv(variable, value);
    }

private:
    QList<std::pair<QByteArray, QByteArray>> m_before; // the newest first
};

} // namespace drydock::tests

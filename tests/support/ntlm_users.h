// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The users that gss-ntlmssp knows, where no domain controller can be asked.
#pragma once

#include "tests/support/environment.h"

#include <QString>
#include <QTemporaryDir>

namespace drydock::tests {

// While it lives, LAB\admin has the password "practice" for both sides of this process and its children.
class NtlmUsers
{
public:
    NtlmUsers();
    // Writes a file into a folder of its own, and returns its path.
    [[nodiscard]] QString write(const char* name, const QByteArray& text) const;

private:
    QTemporaryDir m_folder;
    Environment m_environment;
};

} // namespace drydock::tests

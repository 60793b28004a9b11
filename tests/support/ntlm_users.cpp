// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/ntlm_users.h"

#include <QFile>

// What gss-ntlmssp keeps until the end of the process is no leak of the program.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:gssntlmssp\n"; }

namespace drydock::tests {

NtlmUsers::NtlmUsers()
{
    const auto noRealm = write("krb5.conf", "[libdefaults]\n dns_lookup_kdc = false\n dns_lookup_realm = false\n");
    m_environment.set("KRB5_CONFIG", noRealm.toUtf8());
    m_environment.set("NTLM_USER_FILE", write("users", "LAB:admin:practice\n").toUtf8());
}

QString NtlmUsers::write(const char* name, const QByteArray& text) const
{
    QFile out(m_folder.filePath(QString::fromLatin1(name)));
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) qFatal("%s cannot be written", name);
    return out.fileName();
}

} // namespace drydock::tests

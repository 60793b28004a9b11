// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Searches bytes for a secret in every form in which a program may have left it.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <array>

namespace drydock::tests {

// Returns the secret as UTF-8 and UTF-16 of both orders, each of them plain, in hexadecimal and in base64. Base64
// depends on what stands before: of each of the three ways, the characters that depend on the secret alone.
inline QByteArrayList formsOf(const QString& secret)
{
    const auto swapped = [](QByteArray bytes) {
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
            std::swap(bytes[i], bytes[i + 1]);
        return bytes;
    };
    const QByteArray utf16(reinterpret_cast<const char*>(secret.utf16()), secret.size() * 2);
    QByteArrayList forms;
    for (const auto& bytes : {secret.toUtf8(), utf16, swapped(utf16)}) {
        forms += {bytes, bytes.toHex(), bytes.toHex().toUpper(), bytes.toPercentEncoding()};
        for (qsizetype before = 0; before < 3; ++before) {
            const auto encoded = QByteArray(QByteArray(before, '\0') + bytes).toBase64(QByteArray::OmitTrailingEquals);
            const qsizetype first = before == 0 ? 0 : before + 1; // characters that hold bits of what stands before
            const qsizetype last = encoded.size() - ((before + bytes.size()) % 3 == 0 ? 0 : 1);
            forms += encoded.sliced(first, last - first);
        }
    }
    return forms;
}

// Returns the form that the bytes contain; empty if they contain none.
inline QByteArray secretIn(const QByteArray& bytes, const QByteArrayList& forms)
{
    for (const auto& form : forms)
        if (bytes.contains(form)) return form;
    return {};
}

} // namespace drydock::tests

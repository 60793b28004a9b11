// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Asks for a file name and format, and writes the file completely or not at all.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace drydock::ui {

struct SaveChoice {
    QString title;     // "Web page"
    QString extension; // "html"
    std::function<QByteArray()> content;
};

// Writes `content` to `path`. Error: Storage when the file cannot be written; an existing file is then unchanged.
[[nodiscard]] domain::Result<> saveFile(const QString& path, const QByteArray& content);
using Saved = std::function<void(const QString& path, const domain::Result<>& saved)>;
// Opens the platform's save dialog over `parent` and returns at once. The suffix of the chosen file name decides the
// format; without a known suffix it is the format chosen in the dialog. `then` is called with the result once the file
// was written or could not be written; it is not called when the user cancels or `parent` is deleted first. Without
// `then` a failure is shown in a message box.
void askAndSave(QWidget* parent, const QString& title, const QString& name, const QList<SaveChoice>& choices,
                Saved then = {});

} // namespace drydock::ui

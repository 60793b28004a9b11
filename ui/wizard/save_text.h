// Asks for a file without blocking, and writes a text to it all or not at all.
#pragma once

#include "model/domain/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <string>
#include <utility>

class QWidget;

namespace drydock::ui {

using FileKind = std::pair<QString, QString>; // what it is called, suffix

// `then` is called with the chosen file, or never.
void askForFile(QWidget& parent, const QString& title, const QString& baseName, const QList<FileKind>& kinds,
                std::function<void(const QString& file)> then);

// Storage when it cannot be written; then the old file is untouched.
[[nodiscard]] domain::Result<> saveText(const QString& file, const std::string& text);

} // namespace drydock::ui

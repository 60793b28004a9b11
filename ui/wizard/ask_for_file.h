// Asks where to save something and as what, without blocking.
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <utility>

class QWidget;

namespace drydock::ui {

using FileKind = std::pair<QString, QString>; // what it is called, suffix

// `then` is called with the chosen file, or never.
void askForFile(QWidget& parent, const QString& title, const QString& baseName, const QList<FileKind>& kinds,
                std::function<void(const QString& file)> then);

} // namespace drydock::ui

// Asks where to and as what, and writes the file whole or not at all.
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

// Storage when it cannot be written; then the old file, if any, is as it was.
[[nodiscard]] domain::Result<> saveFile(const QString& path, const QByteArray& content);
// Opens the platform's save dialog; a failure is told in a message box. Returns at once.
void askAndSave(QWidget* parent, const QString& title, const QString& name, const QList<SaveChoice>& choices);

} // namespace drydock::ui

#include "ui/wizard/ask_for_file.h"

#include <QFileDialog>

namespace drydock::ui {

void askForFile(QWidget& parent, const QString& title, const QString& baseName, const QList<FileKind>& kinds,
                std::function<void(const QString&)> then)
{
    auto* dialog = new QFileDialog(&parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    QStringList filters;
    for (const auto& [name, suffix] : kinds)
        filters << QStringLiteral("%1 (*.%2)").arg(name, suffix);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(kinds.front().second);
    dialog->selectFile(baseName + u'.' + kinds.front().second);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, kinds, filters](const QString& filter) {
        const auto index = filters.indexOf(filter);
        if (index >= 0) dialog->setDefaultSuffix(kinds.at(index).second);
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, std::move(then));
    dialog->open();
}

} // namespace drydock::ui

#include "ui/wizard/save_text.h"

#include <QFileDialog>
#include <QSaveFile>

namespace drydock::ui {

void askForFile(QWidget& parent, const QString& title, const QString& baseName, const QList<FileKind>& kinds,
                std::function<void(const QString&)> then)
{
    auto* dialog = new QFileDialog(&parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    QStringList filters;
    for (const auto& [name, suffix] : kinds) filters << QStringLiteral("%1 (*.%2)").arg(name, suffix);
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

domain::Result<> saveText(const QString& file, const std::string& text)
{
    const auto failed = [&file](const QSaveFile& out) {
        return domain::fail(domain::ErrorKind::Storage, "save " + file.toStdString(), out.errorString().toStdString());
    };
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return failed(out);
    if (out.write(text.data(), qint64(text.size())) != qint64(text.size()) || !out.commit()) return failed(out);
    return {};
}

} // namespace drydock::ui

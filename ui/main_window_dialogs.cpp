// What the main window asks and says in windows of their own.
#include "model/tables/text.h"
#include "ui/main_window_p.h"
#include "ui/pages/table_page.h"
#include "ui/theme/flat_style.h"
#include "ui/widgets/save_file.h"

#include <QMessageBox>
#include <QPushButton>

namespace drydock::ui {

using tables::plainText;

void MainWindow::Private::exportCurrent()
{
    const auto* page = workspace->tablePage();
    if (!page) return;
    const auto* view = &page->view();
    const auto as = [view, title = page->title()](tables::ExportFormat format) {
        return [view, title, format] { return view->exported(format, false, title).toUtf8(); };
    };
    askAndSave(&window, tr("Export"), page->title(),
               {{tr("Comma-separated values"), QStringLiteral("csv"), as(tables::ExportFormat::Csv)},
                {tr("JSON"), QStringLiteral("json"), as(tables::ExportFormat::Json)},
                {tr("Web page"), QStringLiteral("html"), as(tables::ExportFormat::Html)}});
}

void MainWindow::Private::about()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Drydock"),
                                tr("Drydock %1").arg(QLatin1String(DRYDOCK_VERSION)), QMessageBox::Close, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(applicationIcon().pixmap(48));
    box->setInformativeText(tr("Puts Exchange DAG members into maintenance and reinstates them, gently.\nQt %1")
                                .arg(QLatin1String(qVersion())));
    box->open();
}

void MainWindow::Private::askToClose()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("A run is under way"),
                                tr("Stop the run on %1 and close?").arg(plainText(activity->plan.server.text())),
                                QMessageBox::NoButton, &window);
    box->setObjectName(QStringLiteral("askToClose"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("The run stops where it is. What was done stays done; the next start offers to continue or to undo it."));
    auto* stop = box->addButton(tr("&Stop and close"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("&Keep running"), QMessageBox::RejectRole));
    connect(stop, &QAbstractButton::clicked, &window, [this] {
        closing = true;
        window.close();
    });
    box->open();
}

} // namespace drydock::ui

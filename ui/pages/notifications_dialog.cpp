// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/notifications_dialog.h"

#include "model/maintenance/notification.h"
#include "model/tables/text.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr int notificationsDialogWidth = 620;
constexpr int exampleLines = 5;

// The message of the test itself, with a fixed time so that it does not change while it is read.
maintenance::Notification example()
{
    return maintenance::testNotification(domain::fromIso("2026-11-22T02:14:00Z").value_or(domain::Time{}));
}

QHBoxLayout* atTheLeft(QPushButton* button)
{
    auto* row = new QHBoxLayout;
    row->addWidget(button);
    row->addStretch();
    return row;
}

} // namespace

struct NotificationsDialog::Private {
    QLineEdit* address;
    QComboBox* format;
    QLineEdit* header;
    QLineEdit* value;
    QPlainTextEdit* body;
    QPushButton* testWebhook;
    QLineEdit* program;
    QPushButton* testProgram;
    TextLabel* result;
};

NotificationsDialog::NotificationsDialog(const Theme& theme, const controllers::NotificationReceivers& receivers,
                                         bool keepsHeader, QWidget* parent)
    : QDialog(parent), d(new Private)
{
    setObjectName(QStringLiteral("notificationsDialog"));
    setWindowTitle(tr("Notifications"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::pageEdge, size::pageEdge, size::pageEdge, size::betweenGroups);
    column->setSpacing(size::betweenGroups);
    column->addWidget(new TextLabel(theme, Type::Heading, Role::Text, windowTitle(), this));
    column->addWidget(makeParagraph(theme, tr("Drydock tells of a run that needs you, has stopped or has ended. What "
                                              "cannot be delivered is shown and holds no run.")));

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(size::betweenGroups);
    form->setVerticalSpacing(size::betweenControls);
    const auto line = [&](const QString& label, const QString& text, const char* name) {
        auto* edit = new QLineEdit(text);
        edit->setObjectName(QString::fromLatin1(name));
        form->addRow(label, edit);
        connect(edit, &QLineEdit::textChanged, this, &NotificationsDialog::updateFields);
        return edit;
    };
    d->address = line(tr("&Webhook"), receivers.webhook.toString(), "webhook");
    d->address->setPlaceholderText(QStringLiteral("https://"));
    d->format = new QComboBox;
    d->format->setObjectName(QStringLiteral("format"));
    const auto addFormat = [this](const QString& text, tables::WebhookFormat format) {
        d->format->addItem(text, int(format));
    };
    addFormat(tr("JSON"), tables::WebhookFormat::Json);
    addFormat(tr("Microsoft Teams"), tables::WebhookFormat::Teams);
    addFormat(tr("Slack"), tables::WebhookFormat::Slack);
    d->format->setCurrentIndex(d->format->findData(int(receivers.format)));
    connect(d->format, &QComboBox::currentIndexChanged, this, &NotificationsDialog::updateFields);
    form->addRow(tr("&Format"), d->format);
    d->header = line(tr("&Header"), receivers.header, "header");
    d->header->setPlaceholderText(tr("none, or for example Authorization"));
    d->value = line(tr("Header &value"), {}, "headerValue");
    d->value->setEchoMode(QLineEdit::Password);
    d->value->setPlaceholderText(keepsHeader ? tr("as kept in the keychain") : tr("kept in the keychain"));
    d->body = new QPlainTextEdit;
    d->body->setObjectName(QStringLiteral("body"));
    d->body->setReadOnly(true);
    d->body->setFont(ui::font(Type::Command));
    d->body->setTabChangesFocus(true);
    d->body->setFixedHeight(QFontMetrics(d->body->font()).lineSpacing() * exampleLines + size::betweenGroups);
    form->addRow(tr("What goes &out"), d->body);
    d->testWebhook = new QPushButton(tr("&Test the webhook"));
    d->testWebhook->setObjectName(QStringLiteral("testWebhook"));
    form->addRow(QString(), atTheLeft(d->testWebhook));

    auto* row = new QHBoxLayout;
    d->program = new QLineEdit(receivers.program);
    d->program->setObjectName(QStringLiteral("program"));
    d->program->setToolTip(tr("It is started with three arguments: the event, the server and the run. Its standard "
                              "input is the JSON text."));
    connect(d->program, &QLineEdit::textChanged, this, &NotificationsDialog::updateFields);
    auto* browse = new QPushButton(tr("&Browse…"));
    row->setSpacing(size::betweenControls);
    row->addWidget(d->program);
    row->addWidget(browse);
    form->addRow(tr("&Program"), row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(d->program);
    d->testProgram = new QPushButton(tr("T&est the program"));
    d->testProgram->setObjectName(QStringLiteral("testProgram"));
    form->addRow(QString(), atTheLeft(d->testProgram));
    column->addLayout(form);
    d->result = makeParagraph(theme, QString());
    d->result->setObjectName(QStringLiteral("result"));
    column->addWidget(d->result);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &NotificationsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto* choose = new QFileDialog(this, tr("Program for notifications"));
        choose->setAttribute(Qt::WA_DeleteOnClose);
        choose->setFileMode(QFileDialog::ExistingFile);
        connect(choose, &QFileDialog::fileSelected, d->program, &QLineEdit::setText);
        choose->open();
    });
    connect(d->testWebhook, &QPushButton::clicked, this, [this] {
        auto only = this->receivers();
        only.program.clear();
        test(std::move(only));
    });
    connect(d->testProgram, &QPushButton::clicked, this, [this] {
        controllers::NotificationReceivers only;
        only.program = this->receivers().program;
        test(std::move(only));
    });
    setMinimumWidth(notificationsDialogWidth);
    updateFields();
}

NotificationsDialog::~NotificationsDialog() { d->value->setText(QString(d->value->text().size(), QLatin1Char('*'))); }

controllers::NotificationReceivers NotificationsDialog::receivers() const
{
    controllers::NotificationReceivers receivers;
    receivers.webhook = QUrl(d->address->text().trimmed(), QUrl::StrictMode);
    receivers.format = static_cast<tables::WebhookFormat>(d->format->currentData().toInt());
    receivers.header = d->header->text().trimmed();
    receivers.program = d->program->text().trimmed();
    return receivers;
}

domain::Secret NotificationsDialog::headerValue() const { return domain::Secret(d->value->text().toStdString()); }

void NotificationsDialog::updateFields()
{
    const auto chosen = receivers();
    const bool webhook = !d->address->text().trimmed().isEmpty();
    for (QWidget* field : std::initializer_list<QWidget*>{d->format, d->header, d->body, d->testWebhook})
        field->setEnabled(webhook);
    d->value->setEnabled(webhook && !chosen.header.isEmpty());
    d->testProgram->setEnabled(!chosen.program.isEmpty());
    d->body->setPlainText(QString::fromUtf8(tables::notificationBody(example(), chosen.format)));
    d->result->setText({});
}

void NotificationsDialog::test(controllers::NotificationReceivers only)
{
    if (const auto checked = controllers::checkReceivers(only); !checked) return showFailure(checked.error());
    d->result->setText(tr("Sending…"));
    emit testRequested(only);
}

void NotificationsDialog::accept()
{
    if (const auto checked = controllers::checkReceivers(receivers()); !checked) return showFailure(checked.error());
    QDialog::accept();
}

void NotificationsDialog::showDelivered(const QString& receiver)
{
    d->result->setText(tr("Delivered to %1.").arg(tables::plainText(receiver.toStdString())));
}

void NotificationsDialog::showFailure(const domain::Error& error)
{
    const auto text = errorText(error);
    d->result->setText(text.heading + QLatin1Char('\n') + tables::plainLines(error.detail));
}

} // namespace drydock::ui

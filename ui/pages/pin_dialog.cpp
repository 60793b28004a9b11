// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/pin_dialog.h"

#include "model/tables/text.h"
#include "ui/theme/flat_style.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/text_label.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr int pinDialogWidth = 600;

// "AB:CD:…" in two lines of 16 bytes, as people compare it.
QString fingerprintText(const std::string& hex)
{
    QString text;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        if (i > 0) text += i % 32 == 0 ? QLatin1Char('\n') : QLatin1Char(':');
        text += QString::fromStdString(hex.substr(i, 2)).toUpper();
    }
    return text;
}

} // namespace

PinDialog::PinDialog(const Theme& theme, const domain::ServerCertificate& certificate, QWidget* parent)
    : QDialog(parent)
{
    const auto host = tables::plainText(certificate.host);
    setObjectName(QStringLiteral("pinDialog"));
    setWindowTitle(tr("Certificate of %1").arg(host));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(size::betweenGroups);
    form->setVerticalSpacing(size::betweenControls);
    const auto add = [&](const QString& label, const QString& text, Type type, const char* name) {
        auto* value = makeParagraph(theme, text, type);
        value->setObjectName(QString::fromLatin1(name));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(label);
        form->addRow(label, value);
    };
    add(tr("Issued to"), tables::plainText(certificate.subject), Type::Body, "subject");
    add(tr("Issued by"), tables::plainText(certificate.issuer), Type::Body, "issuer");
    if (!certificate.names.empty())
        add(tr("For the hosts"), tables::plainLines(certificate.names), Type::Body, "names");
    add(tr("Valid"),
        tr("%1 to %2").arg(tables::timeText(certificate.validFrom), tables::timeText(certificate.validUntil)),
        Type::Body, "validity");
    add(tr("SHA-256"), fingerprintText(certificate.sha256), Type::Command, "fingerprint");
    add(tr("Trust"),
        certificate.problems.empty() ? tr("It is trusted without a pin.") : tables::translated(certificate.problems),
        Type::BodyBold, "problems");
    auto* meaning = makeParagraph(
        theme, certificate.pinnable || certificate.problems.empty()
                   ? tr("Pinning accepts exactly this certificate for %1, whoever has issued it, until it expires. "
                        "Compare the fingerprint with one that you have from the server's administrator first.")
                         .arg(host)
                   : tr("A pin does not settle this: the certificate has to be replaced."));
    auto* buttons = new QDialogButtonBox(this);
    auto* pin = buttons->addButton(tr("&Pin for %1").arg(host), QDialogButtonBox::AcceptRole);
    pin->setObjectName(QStringLiteral("pinIt"));
    pin->setAutoDefault(false);
    pin->setEnabled(certificate.pinnable || certificate.problems.empty());
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setDefault(true); // to pin is a decision, not a habit
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::pageEdge, size::pageEdge, size::pageEdge, size::betweenGroups);
    column->setSpacing(size::betweenGroups);
    column->addWidget(new TextLabel(theme, Type::Heading, Role::Text, windowTitle(), this));
    column->addLayout(form);
    column->addWidget(meaning);
    column->addWidget(buttons);
    setMinimumWidth(pinDialogWidth);
}

} // namespace drydock::ui

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/connect_dialog.h"

#include "model/domain/exchange_address.h"
#include "ui/theme/flat_style.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QToolButton>
#include <QUrl>

namespace drydock::ui {
namespace {

constexpr int connectDialogWidth = 560;
constexpr int fingerprintDigits = 64; // SHA-256 in hexadecimal

using ports::AuthenticationScheme;

QString nameOf(AuthenticationScheme scheme)
{
    switch (scheme) {
    case AuthenticationScheme::Kerberos:
        return ConnectDialog::tr("Kerberos (sealed)");
    case AuthenticationScheme::Negotiate:
        return ConnectDialog::tr("Negotiate (Kerberos or NTLM)");
    case AuthenticationScheme::Basic:
        return ConnectDialog::tr("Basic (user and password)");
    case AuthenticationScheme::None:
        return ConnectDialog::tr("None (this computer only)");
    }
    return {};
}

QString digits(QString pin)
{
    static const QRegularExpression separators(QStringLiteral("[\\s:-]"));
    return pin.remove(separators).toLower();
}

void setTabsInOrder(const QList<QWidget*>& widgets)
{
    for (qsizetype i = 1; i < widgets.size(); ++i)
        QWidget::setTabOrder(widgets[i - 1], widgets[i]);
}

} // namespace

ConnectDialog::ConnectDialog(const Theme& theme, const std::vector<ports::ConnectionProfile>& profiles,
                             ports::ImplementsScheme implementsScheme, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_profiles(profiles), m_implementsScheme(std::move(implementsScheme)),
      m_url(new QComboBox(this)), m_scheme(new QComboBox(this)),
      m_allowNtlm(new QCheckBox(tr("Allow NT&LM, which does not prove that it is this server"), this)),
      m_user(new QLineEdit(this)), m_password(new QLineEdit(this)), m_caFile(new QLineEdit(this)),
      m_browse(new QToolButton(this)), m_pin(new QLineEdit(this)),
      m_readOnly(new QCheckBox(tr("&Read-only: send nothing that changes anything"), this)),
      m_keep(new QCheckBox(tr("&Keep the password in this computer's keychain"), this)),
      m_problem(new TextLabel(theme, Type::Secondary, Role::Muted, {}, this))
{
    setObjectName(QStringLiteral("connectDialog"));
    setWindowTitle(tr("Connect to Exchange"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(size::betweenGroups);
    form->setVerticalSpacing(size::betweenControls);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildForm(*form);
    auto* buttons = new QDialogButtonBox(this);
    m_connect = buttons->addButton(tr("C&onnect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setDefault(true);
    setPrimary(*m_connect);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::pageEdge, size::pageEdge, size::pageEdge, size::betweenGroups);
    column->setSpacing(size::betweenGroups);
    column->addWidget(new TextLabel(theme, Type::Heading, Role::Text, tr("Connect to Exchange"), this));
    column->addLayout(form);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * m_problem->fontMetrics().lineSpacing());
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    setMinimumWidth(connectDialogWidth);
    setTabsInOrder({m_url, m_scheme, m_allowNtlm, m_user, m_password, m_keep, m_caFile, m_browse, m_pin, m_readOnly,
                    m_connect, cancel});
    if (!m_profiles.empty()) fillFrom(m_profiles.front());
    check();
    focusFirstEmpty();
}

// Schemes that this version does not implement are listed with a note and cannot be chosen.
void ConnectDialog::fillSchemes()
{
    auto* items = qobject_cast<QStandardItemModel*>(m_scheme->model());
    int first = -1; // the first one that can be chosen
    for (const auto scheme : domain::allAuthenticationSchemes) {
        const bool implemented = m_implementsScheme(scheme);
        m_scheme->addItem(implemented ? nameOf(scheme) : tr("%1 – not in this version").arg(nameOf(scheme)),
                          int(scheme));
        if (items) items->item(m_scheme->count() - 1)->setEnabled(implemented);
        if (implemented && first < 0) first = m_scheme->count() - 1;
    }
    m_scheme->setCurrentIndex(first);
}

// Sets the focus to the first field that is still to be filled, often the password of a saved connection.
void ConnectDialog::focusFirstEmpty()
{
    if (m_url->currentText().isEmpty())
        m_url->setFocus();
    else if (scheme() == AuthenticationScheme::Basic && m_user->text().isEmpty())
        m_user->setFocus();
    else if (scheme() == AuthenticationScheme::Basic && m_password->text().isEmpty())
        m_password->setFocus();
    else
        m_connect->setFocus();
}

void ConnectDialog::buildForm(QFormLayout& form)
{
    m_url->setEditable(true);
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setInsertPolicy(QComboBox::NoInsert);
    m_url->lineEdit()->setPlaceholderText(QStringLiteral("mail.contoso.com"));
    for (const auto& profile : m_profiles)
        m_url->addItem(profile.url);
    m_url->setCurrentText({});
    fillSchemes();
    m_scheme->setObjectName(QStringLiteral("scheme"));
    m_allowNtlm->setObjectName(QStringLiteral("allowNtlm"));
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_caFile->setObjectName(QStringLiteral("caFile"));
    m_caFile->setPlaceholderText(tr("empty: the authorities this computer trusts"));
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setPlaceholderText(tr("SHA-256 fingerprint of the one certificate to accept"));
    m_browse->setText(tr("…"));
    m_browse->setAccessibleName(tr("Choose a file of certificate authorities"));
    m_browse->setToolTip(m_browse->accessibleName());
    auto* caRow = new QHBoxLayout;
    caRow->addWidget(m_caFile, 1);
    caRow->addWidget(m_browse);
    form.addRow(tr("&Address"), m_url);
    form.addRow(tr("A&uthentication"), m_scheme);
    form.addRow(QString(), m_allowNtlm);
    form.addRow(tr("U&ser"), m_user);
    form.addRow(tr("&Password"), m_password);
    form.addRow(QString(), m_keep);
    form.addRow(tr("&Trusted authorities"), caRow);
    form.addRow(tr("Pi&nned certificate"), m_pin);
    form.addRow(QString(), m_readOnly);
    qobject_cast<QLabel*>(form.labelForField(caRow))->setBuddy(m_caFile);
    for (int i = 0; i < form.rowCount(); ++i)
        if (const auto* item = form.itemAt(i, QFormLayout::LabelRole))
            if (auto* label = qobject_cast<QLabel*>(item->widget())) {
                label->setTextFormat(Qt::PlainText);
                label->buddy()->setAccessibleName(label->text().remove(QLatin1Char('&')));
            }
    m_readOnly->setObjectName(QStringLiteral("readOnly"));
    m_keep->setObjectName(QStringLiteral("keep"));
    connect(m_browse, &QToolButton::clicked, this, &ConnectDialog::chooseCaFile);
    connect(m_url, &QComboBox::currentTextChanged, this, &ConnectDialog::check);
    connect(m_url, &QComboBox::activated, this, [this](int i) { fillFrom(m_profiles.at(std::size_t(i))); });
    connect(m_scheme, &QComboBox::currentIndexChanged, this, &ConnectDialog::check);
    for (auto* edit : {m_user, m_password, m_pin})
        connect(edit, &QLineEdit::textChanged, this, &ConnectDialog::check);
}

void ConnectDialog::fillFrom(const ports::ConnectionProfile& profile)
{
    m_url->setCurrentText(profile.url);
    m_scheme->setCurrentIndex(m_scheme->findData(int(profile.scheme)));
    m_allowNtlm->setChecked(profile.allowNtlm);
    m_user->setText(profile.user);
    m_caFile->setText(profile.caFile);
    m_pin->setText(profile.pinnedCertificate);
    m_readOnly->setChecked(profile.readOnly);
}

void ConnectDialog::chooseCaFile()
{
    auto* dialog =
        new QFileDialog(this, tr("Trusted authorities"), {}, tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

AuthenticationScheme ConnectDialog::scheme() const
{
    return static_cast<AuthenticationScheme>(m_scheme->currentData().toInt());
}

QString ConnectDialog::address() const
{
    return QString::fromStdString(
        domain::completeExchangeAddress(m_url->currentText().trimmed().toStdString(), scheme()));
}

QString ConnectDialog::problem() const
{
    const QUrl url(address(), QUrl::StrictMode);
    if (m_url->currentText().trimmed().isEmpty())
        return tr("Give the name of an Exchange server, or the address of its remote PowerShell.");
    if (!url.isValid() || url.host().isEmpty() ||
        (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        return tr("This is neither a server's name nor a complete http or https address.");
    if (!m_implementsScheme(scheme()))
        return tr("%1 is not in this version: choose another kind of authentication.").arg(nameOf(scheme()));
    switch (domain::schemeUse(scheme(), url.host().toStdString(), url.scheme() == QLatin1String("https"))) {
    case domain::SchemeUse::NeedsTls:
        return tr("Basic authentication sends the password as it is: it needs an https address.");
    case domain::SchemeUse::NeedsLoopback:
        return tr("Without authentication only this computer can be reached.");
    case domain::SchemeUse::Allowed:
        break;
    }
    if (scheme() == AuthenticationScheme::Basic && m_user->text().isEmpty())
        return tr("Basic authentication needs a user.");
    if (const auto pin = digits(m_pin->text()); !pin.isEmpty()) {
        static const QRegularExpression hex(QStringLiteral("^[0-9a-f]*$"));
        if (pin.size() != fingerprintDigits || !hex.match(pin).hasMatch())
            return tr("A SHA-256 fingerprint has 64 hexadecimal digits.");
    }
    return {};
}

void ConnectDialog::check()
{
    const auto text = problem();
    m_problem->setText(text);
    m_connect->setEnabled(text.isEmpty());
    m_connect->setToolTip(text);
    m_allowNtlm->setEnabled(scheme() == AuthenticationScheme::Negotiate);
    const bool byContext = scheme() == AuthenticationScheme::Kerberos || scheme() == AuthenticationScheme::Negotiate;
    m_user->setPlaceholderText(byContext ? tr("empty: the ticket of this logon session") : QString());
    for (QWidget* widget :
         {static_cast<QWidget*>(m_user), static_cast<QWidget*>(m_password), static_cast<QWidget*>(m_keep)})
        widget->setEnabled(scheme() != AuthenticationScheme::None);
    const bool tls = address().startsWith(QLatin1String("https:"), Qt::CaseInsensitive);
    m_pin->setEnabled(tls);
    m_caFile->setEnabled(tls);
}

ports::ConnectionProfile ConnectDialog::profile() const
{
    ports::ConnectionProfile profile;
    const auto url = address();
    for (const auto& known : m_profiles)
        if (known.url == url) profile = known; // keeps the settings that the dialog does not show
    profile.url = url;
    if (profile.name.isEmpty()) profile.name = QUrl(url).host();
    profile.scheme = scheme();
    profile.allowNtlm = m_allowNtlm->isEnabled() && m_allowNtlm->isChecked();
    profile.user = m_user->text().trimmed();
    profile.caFile = m_caFile->text().trimmed();
    profile.pinnedCertificate = digits(m_pin->text());
    profile.readOnly = m_readOnly->isChecked();
    return profile;
}

domain::Secret ConnectDialog::takeSecret()
{
    domain::Secret secret(m_password->text().toStdString());
    m_password->clear();
    return secret;
}

bool ConnectDialog::keepInKeychain() const { return m_keep->isChecked() && m_keep->isEnabled(); }

} // namespace drydock::ui

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/connect_dialog.h"

#include "model/domain/exchange_address.h"
#include "model/ports/on_finished.h"
#include "model/services/profile_file.h"
#include "model/tables/text.h"
#include "ui/pages/connection_test_view.h"
#include "ui/pages/pin_dialog.h"
#include "ui/theme/flat_style.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>

namespace drydock::ui {
namespace {

constexpr int connectDialogWidth = 600;
constexpr int fingerprintDigits = 64; // SHA-256 in hexadecimal
constexpr int shownNodeLines = 3;

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
    case AuthenticationScheme::Certificate:
        return ConnectDialog::tr("Client certificate (TLS)");
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

// Returns what the field holds. The characters are not wiped, since the field still shows them.
domain::Secret secretOf(const QLineEdit& field)
{
    auto utf8 = field.text().toUtf8();
    std::string text(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    utf8.fill('\0');
    return domain::Secret(std::move(text));
}

// Empties the field, with what it could undo, and overwrites its characters: nothing else holds them then.
void wipe(QLineEdit& field)
{
    QString text = field.text();
    field.setText({});
    text.fill(QLatin1Char('x'));
}

// The lines "NAME=URL" of single nodes. A line without a name is kept under an empty one.
QMap<QString, QString> nodeUrlsIn(const QString& text)
{
    QMap<QString, QString> urls;
    for (const auto& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto equals = line.indexOf(QLatin1Char('='));
        urls.insert(line.first(std::max<qsizetype>(equals, 0)).trimmed(), line.sliced(equals + 1).trimmed());
    }
    return urls;
}

QString linesOf(const QMap<QString, QString>& urls)
{
    QStringList entries;
    for (auto it = urls.begin(); it != urls.end(); ++it)
        entries += it.key() + QLatin1Char('=') + it.value();
    return entries.join(QLatin1Char('\n'));
}

bool isWebUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

QFormLayout* makeForm(QWidget* page)
{
    auto* form = new QFormLayout(page);
    form->setHorizontalSpacing(size::betweenGroups);
    form->setVerticalSpacing(size::betweenControls);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

ConnectDialog::ConnectDialog(const Theme& theme, const std::vector<ports::ConnectionProfile>& profiles,
                             ports::ImplementsScheme implementsScheme, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_profiles(profiles), m_implementsScheme(std::move(implementsScheme)),
      m_saved(new QComboBox(this)), m_more(new QToolButton(this)), m_name(new QLineEdit(this)),
      m_tabs(new QTabWidget(this)), m_url(new QComboBox(this)), m_scheme(new QComboBox(this)),
      m_allowNtlm(new QCheckBox(tr("Allow NT&LM, which does not prove that it is this server"), this)),
      m_user(new QLineEdit(this)), m_password(new QLineEdit(this)), m_clientCertificate(new QLineEdit(this)),
      m_clientKey(new QLineEdit(this)),
      m_keep(new QCheckBox(tr("&Keep the passwords in this computer's keychain"), this)),
      m_readOnly(new QCheckBox(tr("&Read-only: send nothing that changes anything"), this)),
      m_nodeUrl(new QComboBox(this)), m_nodeUrls(new QPlainTextEdit(this)), m_nodeUser(new QLineEdit(this)),
      m_nodePassword(new QLineEdit(this)), m_trustedDomains(new QLineEdit(this)), m_caFile(new QLineEdit(this)),
      m_pin(new QLineEdit(this)), m_showCertificate(new QPushButton(tr("Show the server's &certificate…"), this)),
      m_problem(new TextLabel(theme, Type::Secondary, Role::Muted, {}, this)),
      m_results(new ConnectionTestView(theme, this))
{
    setObjectName(QStringLiteral("connectDialog"));
    setWindowTitle(tr("Connect to Exchange"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::pageEdge, size::pageEdge, size::pageEdge, size::betweenGroups);
    column->setSpacing(size::betweenGroups);
    column->addWidget(new TextLabel(theme, Type::Heading, Role::Text, tr("Connect to Exchange"), this));
    column->addWidget(buildProfiles());
    m_tabs->addTab(buildServer(), tr("S&erver"));
    m_tabs->addTab(buildNodes(), tr("No&des"));
    m_tabs->addTab(buildTrust(), tr("&Trust"));
    m_tabs->setFocusPolicy(Qt::NoFocus); // its bar has the focus
    column->addWidget(m_tabs);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * m_problem->fontMetrics().lineSpacing());
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_problem);
    column->addWidget(m_results, 1);
    buildButtons();
    setMinimumWidth(connectDialogWidth);
    orderTabs();
    fillProfiles(m_profiles.empty() ? QString() : m_profiles.front().name);
    if (!m_profiles.empty()) fillFrom(m_profiles.front());
    check();
    focusFirstEmpty();
}

ConnectDialog::~ConnectDialog() = default;

QWidget* ConnectDialog::buildProfiles()
{
    auto* page = new QWidget(this);
    auto* form = makeForm(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_saved->setObjectName(QStringLiteral("saved"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("empty: the server's name"));
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("…"));
    m_more->setAccessibleName(tr("Delete, export or import a connection"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("&Delete"), this, &ConnectDialog::remove)->setObjectName(QStringLiteral("deleteProfile"));
    menu->addAction(tr("&Export…"), this, &ConnectDialog::exportTo)->setObjectName(QStringLiteral("exportProfile"));
    menu->addAction(tr("&Import…"), this, &ConnectDialog::importFrom)->setObjectName(QStringLiteral("importProfile"));
    m_more->setMenu(menu);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::inControl);
    row->addWidget(m_saved, 1);
    row->addWidget(m_more);
    form->addRow(tr("Sa&ved connection"), row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(m_saved);
    form->addRow(tr("Na&me"), m_name);
    nameFields(*form);
    connect(m_saved, &QComboBox::activated, this, [this](int i) {
        if (i > 0)
            fillFrom(m_profiles.at(std::size_t(i - 1)));
        else
            fillFrom({});
    });
    return page;
}

QWidget* ConnectDialog::buildServer()
{
    auto* page = new QWidget(m_tabs);
    m_server = makeForm(page);
    m_url->setEditable(true);
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setInsertPolicy(QComboBox::NoInsert);
    m_url->lineEdit()->setPlaceholderText(QStringLiteral("mail.contoso.com"));
    fillSchemes();
    m_scheme->setObjectName(QStringLiteral("scheme"));
    m_allowNtlm->setObjectName(QStringLiteral("allowNtlm"));
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_clientCertificate->setObjectName(QStringLiteral("clientCertificate"));
    m_clientCertificate->setPlaceholderText(tr("PEM, or PKCS#12 with its key"));
    m_clientKey->setObjectName(QStringLiteral("clientKey"));
    m_clientKey->setPlaceholderText(tr("empty: in the file of the certificate"));
    m_keep->setObjectName(QStringLiteral("keep"));
    m_readOnly->setObjectName(QStringLiteral("readOnly"));
    m_server->addRow(tr("&Address"), m_url);
    m_server->addRow(tr("A&uthentication"), m_scheme);
    m_server->addRow(QString(), m_allowNtlm);
    m_server->addRow(tr("U&ser"), m_user);
    m_certificateRow = addFileRow(*m_server, tr("Certi&ficate"), m_clientCertificate,
                                  tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)"));
    m_keyRow = addFileRow(*m_server, tr("Its ke&y"), m_clientKey, tr("Keys (*.pem *.key);;All files (*)"));
    m_server->addRow(tr("&Password"), m_password);
    m_server->addRow(QString(), m_keep);
    m_server->addRow(QString(), m_readOnly);
    nameFields(*m_server);
    connect(m_url, &QComboBox::currentTextChanged, this, &ConnectDialog::check);
    connect(m_scheme, &QComboBox::currentIndexChanged, this, &ConnectDialog::check);
    for (auto* edit : {m_user, m_password, m_clientCertificate})
        connect(edit, &QLineEdit::textChanged, this, &ConnectDialog::check);
    return page;
}

QWidget* ConnectDialog::buildNodes()
{
    auto* page = new QWidget(m_tabs);
    auto* form = makeForm(page);
    m_nodeUrl->setObjectName(QStringLiteral("nodeUrl"));
    m_nodeUrl->setEditable(true);
    m_nodeUrl->setInsertPolicy(QComboBox::NoInsert);
    m_nodeUrl->addItems({ports::ConnectionProfile().nodeUrlTemplate, QStringLiteral("https://{fqdn}:5986/wsman")});
    m_nodeUrl->setToolTip(tr("{fqdn} and {name} stand for a server's names."));
    m_nodeUrls->setObjectName(QStringLiteral("nodeUrls"));
    m_nodeUrls->setPlaceholderText(tr("A line for each server with an address of its own: MAIL=https://…"));
    m_nodeUrls->setTabChangesFocus(true);
    m_nodeUrls->setFixedHeight((shownNodeLines + 1) * m_nodeUrls->fontMetrics().lineSpacing());
    m_nodeUser->setObjectName(QStringLiteral("nodeUser"));
    m_nodeUser->setPlaceholderText(tr("empty: the user of the server"));
    m_nodePassword->setObjectName(QStringLiteral("nodePassword"));
    m_nodePassword->setEchoMode(QLineEdit::Password);
    form->addRow(makeMutedParagraph(m_theme, tr("Services, drain and cluster node are read and changed on the "
                                                "members' own remote management (WinRM).")));
    form->addRow(tr("Add&ress of a node"), m_nodeUrl);
    form->addRow(tr("Sin&gle nodes"), m_nodeUrls);
    form->addRow(tr("&User for the nodes"), m_nodeUser);
    form->addRow(tr("&Password of that user"), m_nodePassword);
    nameFields(*form);
    connect(m_nodeUrl, &QComboBox::currentTextChanged, this, &ConnectDialog::check);
    connect(m_nodeUrls, &QPlainTextEdit::textChanged, this, &ConnectDialog::check);
    connect(m_nodeUser, &QLineEdit::textChanged, this, &ConnectDialog::check);
    return page;
}

QWidget* ConnectDialog::buildTrust()
{
    auto* page = new QWidget(m_tabs);
    auto* form = makeForm(page);
    m_trustedDomains->setObjectName(QStringLiteral("trustedDomains"));
    m_trustedDomains->setPlaceholderText(tr("empty: the domain of the address"));
    m_trustedDomains->setToolTip(
        tr("User and password go to servers in the domain of the address, and in these, separated by blanks."));
    m_caFile->setObjectName(QStringLiteral("caFile"));
    m_caFile->setPlaceholderText(tr("empty: the authorities this computer trusts"));
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setPlaceholderText(tr("SHA-256 fingerprint of the one certificate to accept"));
    m_showCertificate->setObjectName(QStringLiteral("showCertificate"));
    m_showCertificate->setAutoDefault(false);
    m_showCertificate->hide();
    form->addRow(tr("Trusted d&omains"), m_trustedDomains);
    addFileRow(*form, tr("Trusted aut&horities"), m_caFile, tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    form->addRow(tr("Pi&nned certificate"), m_pin);
    form->addRow(QString(), m_showCertificate);
    nameFields(*form);
    connect(m_pin, &QLineEdit::textChanged, this, &ConnectDialog::check);
    connect(m_showCertificate, &QPushButton::clicked, this, &ConnectDialog::showCertificate);
    return page;
}

QLayout* ConnectDialog::addFileRow(QFormLayout& form, const QString& label, QLineEdit* edit, const QString& filter)
{
    auto* browse = new QToolButton(edit->parentWidget());
    browse->setObjectName(edit->objectName() + QStringLiteral("Browse"));
    browse->setText(tr("…"));
    const auto what = QString(label).remove(QLatin1Char('&'));
    browse->setAccessibleName(tr("Choose a file: %1").arg(what));
    browse->setToolTip(browse->accessibleName());
    auto* row = new QHBoxLayout;
    row->setSpacing(size::inControl);
    row->addWidget(edit, 1);
    row->addWidget(browse);
    form.addRow(label, row);
    qobject_cast<QLabel*>(form.labelForField(row))->setBuddy(edit);
    connect(browse, &QToolButton::clicked, this, [this, edit, what, filter] {
        auto* dialog = new QFileDialog(this, what, {}, filter);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return row;
}

// Each field is named by its label.
void ConnectDialog::nameFields(const QFormLayout& form)
{
    for (int i = 0; i < form.rowCount(); ++i)
        if (const auto* item = form.itemAt(i, QFormLayout::LabelRole))
            if (auto* label = qobject_cast<QLabel*>(item->widget()); label != nullptr && label->buddy() != nullptr) {
                label->setTextFormat(Qt::PlainText);
                label->buddy()->setAccessibleName(label->text().remove(QLatin1Char('&')));
            }
}

void ConnectDialog::buildButtons()
{
    m_buttons = new QDialogButtonBox(this);
    m_connect = m_buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setDefault(true);
    setPrimary(*m_connect);
    m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(m_buttons);
}

QPushButton* ConnectDialog::addButton(const QString& text, const char* name)
{
    auto* button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    setTabOrder(m_results, button);
    return button;
}

void ConnectDialog::orderTabs()
{
    const auto browseOf = [this](const QLineEdit* edit) {
        return findChild<QWidget*>(edit->objectName() + QStringLiteral("Browse"));
    };
    const QList<QWidget*> inOrder{m_saved,
                                  m_more,
                                  m_name,
                                  m_tabs->tabBar(),
                                  m_url,
                                  m_scheme,
                                  m_allowNtlm,
                                  m_user,
                                  m_clientCertificate,
                                  browseOf(m_clientCertificate),
                                  m_clientKey,
                                  browseOf(m_clientKey),
                                  m_password,
                                  m_keep,
                                  m_readOnly,
                                  m_nodeUrl,
                                  m_nodeUrls,
                                  m_nodeUser,
                                  m_nodePassword,
                                  m_trustedDomains,
                                  m_caFile,
                                  browseOf(m_caFile),
                                  m_pin,
                                  m_showCertificate,
                                  m_results,
                                  m_connect};
    for (qsizetype i = 1; i < inOrder.size(); ++i)
        setTabOrder(inOrder[i - 1], inOrder[i]);
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

void ConnectDialog::fillProfiles(const QString& chosen)
{
    m_saved->clear();
    m_saved->addItem(tr("A new connection"));
    const auto typed = m_url->currentText();
    m_url->clear();
    for (const auto& profile : m_profiles) {
        m_saved->addItem(profile.name);
        m_url->addItem(profile.url);
        if (profile.name == chosen) m_saved->setCurrentIndex(m_saved->count() - 1);
    }
    m_url->setCurrentText(typed);
}

// Sets the focus to the first field that is still to be filled, often the password of a saved connection.
void ConnectDialog::focusFirstEmpty()
{
    if (m_url->currentText().isEmpty())
        m_url->setFocus();
    else if (domain::needsUser(scheme()) && m_user->text().isEmpty())
        m_user->setFocus();
    else if (domain::needsUser(scheme()) && m_password->text().isEmpty())
        m_password->setFocus();
    else
        m_connect->setFocus();
}

// A password that was typed for another connection does not go to this one.
void ConnectDialog::fillFrom(const ports::ConnectionProfile& profile)
{
    wipe(*m_password);
    wipe(*m_nodePassword);
    m_base = profile;
    m_name->setText(profile.name);
    m_url->setCurrentText(profile.url);
    if (m_implementsScheme(profile.scheme)) m_scheme->setCurrentIndex(m_scheme->findData(int(profile.scheme)));
    m_allowNtlm->setChecked(profile.allowNtlm);
    m_user->setText(profile.user);
    m_clientCertificate->setText(profile.clientCertificate);
    m_clientKey->setText(profile.clientKey);
    m_nodeUrl->setCurrentText(profile.nodeUrlTemplate);
    m_nodeUrls->setPlainText(linesOf(profile.nodeUrls));
    m_nodeUser->setText(profile.nodeUser);
    m_trustedDomains->setText(profile.trustedDomains.join(QLatin1Char(' ')));
    m_caFile->setText(profile.caFile);
    m_pin->setText(profile.pinnedCertificate);
    m_readOnly->setChecked(profile.readOnly);
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
    if (!isWebUrl(address())) return tr("This is neither a server's name nor a complete http or https address.");
    if (!m_implementsScheme(scheme()))
        return tr("%1 is not in this version: choose another kind of authentication.").arg(nameOf(scheme()));
    switch (domain::schemeUse(scheme(), url.host().toStdString(), url.scheme() == QLatin1String("https"))) {
    case domain::SchemeUse::NeedsTls:
        return scheme() == AuthenticationScheme::Certificate
                   ? tr("A client certificate is a part of TLS: it needs an https address.")
                   : tr("Basic authentication sends the password as it is: it needs an https address.");
    case domain::SchemeUse::NeedsLoopback:
        return tr("Without authentication only this computer can be reached.");
    case domain::SchemeUse::Allowed:
        break;
    }
    if (domain::needsUser(scheme()) && m_user->text().isEmpty()) return tr("Basic authentication needs a user.");
    if (domain::takesClientCertificate(scheme()) && m_clientCertificate->text().isEmpty())
        return tr("Choose the file of the client certificate.");
    QString filled = m_nodeUrl->currentText();
    filled.replace(QStringLiteral("{fqdn}"), QStringLiteral("host"))
        .replace(QStringLiteral("{name}"), QStringLiteral("host"));
    if (!isWebUrl(filled)) return tr("The address of a node is not a complete http or https address.");
    const auto nodes = nodeUrlsIn(m_nodeUrls->toPlainText());
    for (auto it = nodes.begin(); it != nodes.end(); ++it)
        if (it.key().isEmpty() || !isWebUrl(it.value()))
            return tr("A line of a single node has the form NAME=URL: %1").arg(it.value());
    if (const auto pin = digits(m_pin->text()); !pin.isEmpty()) {
        static const QRegularExpression hex(QStringLiteral("^[0-9a-f]*$"));
        if (pin.size() != fingerprintDigits || !hex.match(pin).hasMatch())
            return tr("A SHA-256 fingerprint has 64 hexadecimal digits.");
    }
    return {};
}

void ConnectDialog::check()
{
    if (m_connect == nullptr) return; // the dialog is being built
    const auto text = problem();
    m_problem->setText(text);
    for (auto* button : {m_connect, m_testButton, m_saveButton}) {
        if (button == nullptr) continue; // it is not offered
        button->setEnabled(text.isEmpty());
        button->setToolTip(text);
    }
    m_allowNtlm->setEnabled(domain::mayUseNtlm(scheme()));
    const bool byCertificate = domain::takesClientCertificate(scheme());
    const bool byUser = domain::takesUser(scheme());
    m_user->setPlaceholderText(domain::usesContext(scheme()) ? tr("empty: the ticket of this logon session")
                                                             : QString());
    m_password->setPlaceholderText(byCertificate ? tr("of the key; empty: it has none") : QString());
    m_server->setRowVisible(m_user, !byCertificate);
    for (auto* row : {m_certificateRow, m_keyRow})
        m_server->setRowVisible(row, byCertificate);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_user), static_cast<QWidget*>(m_nodeUser), static_cast<QWidget*>(m_nodePassword)})
        widget->setEnabled(byUser);
    m_nodePassword->setEnabled(byUser && !m_nodeUser->text().isEmpty());
    for (QWidget* widget : {static_cast<QWidget*>(m_password), static_cast<QWidget*>(m_keep)})
        widget->setEnabled(domain::takesPassword(scheme()));
    const bool tls = address().startsWith(QLatin1String("https:"), Qt::CaseInsensitive);
    m_pin->setEnabled(tls);
    m_showCertificate->setEnabled(tls && text.isEmpty());
    // Nodes may have https addresses of their own.
    m_caFile->setEnabled(tls || m_nodeUrl->currentText().startsWith(QLatin1String("https:"), Qt::CaseInsensitive));
}

ports::ConnectionProfile ConnectDialog::profile() const
{
    ports::ConnectionProfile profile;
    const auto url = address();
    for (const auto& known : m_profiles)
        if (known.url == url) profile = known; // keeps the settings that the dialog does not show
    if (m_base.url == url) profile = m_base;
    profile.url = url;
    profile.name = m_name->text().trimmed();
    if (profile.name.isEmpty()) profile.name = QUrl(url).host();
    profile.scheme = scheme();
    const bool byCertificate = domain::takesClientCertificate(profile.scheme);
    profile.allowNtlm = m_allowNtlm->isEnabled() && m_allowNtlm->isChecked();
    profile.user = byCertificate ? QString() : m_user->text().trimmed();
    profile.clientCertificate = byCertificate ? m_clientCertificate->text().trimmed() : QString();
    profile.clientKey = byCertificate ? m_clientKey->text().trimmed() : QString();
    profile.nodeUrlTemplate = m_nodeUrl->currentText().trimmed();
    profile.nodeUrls = nodeUrlsIn(m_nodeUrls->toPlainText());
    profile.nodeUser = m_nodeUser->isEnabled() ? m_nodeUser->text().trimmed() : QString();
    static const QRegularExpression blanks(QStringLiteral("[\\s,;]+"));
    profile.trustedDomains = m_trustedDomains->text().split(blanks, Qt::SkipEmptyParts);
    profile.caFile = m_caFile->text().trimmed();
    profile.pinnedCertificate = digits(m_pin->text());
    profile.readOnly = m_readOnly->isChecked();
    return profile;
}

ports::Passwords ConnectDialog::passwords() const
{
    const auto typed = [](const QLineEdit& field) { return field.isEnabled() ? secretOf(field) : domain::Secret(); };
    return {typed(*m_password), typed(*m_nodePassword)};
}

ports::Passwords ConnectDialog::takePasswords()
{
    auto taken = passwords();
    wipe(*m_password);
    wipe(*m_nodePassword);
    return taken;
}

bool ConnectDialog::keepInKeychain() const { return m_keep->isChecked() && m_keep->isEnabled(); }

void ConnectDialog::offerTest(ports::EndpointProbe probe, ports::GatewayFactory factory)
{
    m_probe = probe;
    m_test = std::make_unique<controllers::ConnectionDiagnosis>(std::move(probe), std::move(factory));
    m_testButton = addButton(tr("Test"), "test");
    connect(m_testButton, &QPushButton::clicked, this, &ConnectDialog::test);
    m_showCertificate->show();
    connect(m_test.get(), &controllers::ConnectionDiagnosis::stageEnded, this, &ConnectDialog::showStage);
    connect(m_test.get(), &controllers::ConnectionDiagnosis::finished, this,
            [this] { m_testButton->setText(tr("Test")); });
    check();
}

void ConnectDialog::offerSaving(Keep save, Keep remove)
{
    m_save = std::move(save);
    m_remove = std::move(remove);
    m_saveButton = addButton(tr("Save"), "save");
    connect(m_saveButton, &QPushButton::clicked, this, &ConnectDialog::save);
    check();
}

void ConnectDialog::test()
{
    if (m_test->running()) {
        m_test->stop();
        return m_testButton->setText(tr("Test"));
    }
    // An empty password would be refused, and counted as an attempt.
    const auto tested = profile();
    if (m_user->isEnabled() && !tested.user.isEmpty() && tested.keytab.isEmpty() && m_password->text().isEmpty()) {
        m_problem->setText(tr("Type the password for the test: it does not read a saved one."));
        return m_password->setFocus();
    }
    const bool wasHidden = m_results->isHidden();
    m_results->begin();
    if (wasHidden) resize(width(), height() + m_results->sizeHint().height());
    m_testButton->setText(tr("Stop the test"));
    m_test->start(tested, passwords());
}

void ConnectDialog::showStage(const controllers::StageReport& report)
{
    m_results->add(report);
    const bool refused = report.result == controllers::TestResult::Failed;
    if (refused && report.certificate) askToPin(*report.certificate);
    if (report.stage != controllers::TestStage::Member || report.result != controllers::TestResult::Warning) return;
    for (const auto& member : report.members) // of a name that is shared by all: their own are offered
        if (const auto name = tables::plainText(member); m_url->findText(name) < 0) m_url->addItem(name);
}

void ConnectDialog::showCertificate()
{
    ports::onFinished(this, m_probe(profile()), [this](const domain::EndpointFindings& found) {
        if (found.certificate) return askToPin(*found.certificate);
        controllers::StageReport report{.stage = controllers::TestStage::Tls,
                                        .result = controllers::TestResult::Failed};
        for (const auto* failed : {found.tls && !*found.tls ? &found.tls->error() : nullptr,
                                   found.port && !*found.port ? &found.port->error() : nullptr,
                                   found.addresses && !*found.addresses ? &found.addresses->error() : nullptr})
            if (failed != nullptr) report.error = *failed;
        if (!report.error) return;
        m_results->begin();
        m_results->add(report);
    });
}

void ConnectDialog::askToPin(const domain::ServerCertificate& certificate)
{
    auto* dialog = new PinDialog(m_theme, certificate, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, fingerprint = QString::fromStdString(certificate.sha256)] { m_pin->setText(fingerprint); });
    dialog->open();
}

void ConnectDialog::save()
{
    const auto saved = profile();
    m_save(saved);
    std::erase_if(m_profiles, [&](const auto& known) { return known.name == saved.name; });
    m_profiles.insert(m_profiles.begin(), saved);
    fillProfiles(saved.name);
    m_name->setText(saved.name);
}

void ConnectDialog::remove()
{
    const auto chosen = m_saved->currentIndex() - 1;
    if (chosen < 0 || !m_remove) return;
    const auto removed = m_profiles.at(std::size_t(chosen));
    m_profiles.erase(m_profiles.begin() + chosen);
    m_remove(removed);
    fillProfiles({});
    fillFrom({});
}

void ConnectDialog::exportTo()
{
    auto* dialog = new QFileDialog(this, tr("Export the connection"), profile().name + QStringLiteral(".json"),
                                   tr("Connections (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        if (const auto written = services::exportProfile(profile(), file); !written)
            m_problem->setText(errorText(written.error()).heading);
    });
    dialog->open();
}

void ConnectDialog::importFrom()
{
    auto* dialog = new QFileDialog(this, tr("Import a connection"), {}, tr("Connections (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const auto read = services::importProfile(file);
        if (!read) return m_problem->setText(errorText(read.error()).heading);
        m_saved->setCurrentIndex(0);
        fillFrom(*read);
    });
    dialog->open();
}

} // namespace drydock::ui

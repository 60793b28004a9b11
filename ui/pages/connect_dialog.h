// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Asks for the server, the user and the password of a connection, tests it, and keeps connections under names. It
// explains at once why an input cannot work.
#pragma once

#include "model/controllers/connection_diagnosis.h"
#include "model/domain/secret.h"
#include "model/ports/exchange_gateway.h"
#include "ui/theme/theme.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace drydock::ui {

class ConnectionTestView;
class TextLabel;

class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    // `profiles` are the saved connections, the last used one first. Schemes for which `implementsScheme` returns false
    // are shown but cannot be chosen.
    ConnectDialog(const Theme& theme, const std::vector<ports::ConnectionProfile>& profiles,
                  ports::ImplementsScheme implementsScheme, QWidget* parent = nullptr);
    ~ConnectDialog() override;

    // Without these calls the dialog does not offer to test, to save and to delete.
    void offerTest(ports::EndpointProbe probe, ports::GatewayFactory factory);
    using Keep = std::function<void(const ports::ConnectionProfile&)>;
    void offerSaving(Keep save, Keep remove);

    [[nodiscard]] ports::ConnectionProfile profile() const;
    [[nodiscard]] ports::Passwords takePasswords(); // returns the typed passwords and clears the fields
    [[nodiscard]] bool keepInKeychain() const;

private:
    QWidget* buildProfiles();
    QWidget* buildServer();
    QWidget* buildNodes();
    QWidget* buildTrust();
    void buildButtons();
    QPushButton* addButton(const QString& text, const char* name);
    QLayout* addFileRow(QFormLayout& form, const QString& label, QLineEdit* edit, const QString& filter);
    static void nameFields(const QFormLayout& form);
    void orderTabs();
    void fillSchemes();
    void fillProfiles(const QString& chosen);
    void focusFirstEmpty();
    void fillFrom(const ports::ConnectionProfile& profile);
    void check();
    void save();
    void remove();
    void exportTo();
    void importFrom();
    void test();
    void showStage(const controllers::StageReport& report);
    void showCertificate();
    void askToPin(const domain::ServerCertificate& certificate);
    [[nodiscard]] ports::Passwords passwords() const;
    [[nodiscard]] ports::AuthenticationScheme scheme() const;
    [[nodiscard]] QString address() const; // what was typed, completed
    [[nodiscard]] QString problem() const; // why the dialog cannot be accepted; empty when it can

    const Theme& m_theme;
    std::vector<ports::ConnectionProfile> m_profiles;
    ports::ConnectionProfile m_base; // what the fields were filled from, with what the dialog does not show
    ports::ImplementsScheme m_implementsScheme;
    ports::EndpointProbe m_probe;
    Keep m_save;
    Keep m_remove;
    std::unique_ptr<controllers::ConnectionDiagnosis> m_test;

    QComboBox* m_saved;
    QToolButton* m_more;
    QLineEdit* m_name;
    QTabWidget* m_tabs;
    QFormLayout* m_server = nullptr;
    QLayout* m_certificateRow = nullptr;
    QLayout* m_keyRow = nullptr;
    QComboBox* m_url;
    QComboBox* m_scheme;
    QCheckBox* m_allowNtlm;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLineEdit* m_clientCertificate;
    QLineEdit* m_clientKey;
    QCheckBox* m_keep;
    QCheckBox* m_readOnly;
    QComboBox* m_nodeUrl;
    QPlainTextEdit* m_nodeUrls;
    QLineEdit* m_nodeUser;
    QLineEdit* m_nodePassword;
    QLineEdit* m_trustedDomains;
    QLineEdit* m_caFile;
    QLineEdit* m_pin;
    QPushButton* m_showCertificate;
    TextLabel* m_problem;
    ConnectionTestView* m_results;
    QDialogButtonBox* m_buttons = nullptr;
    QPushButton* m_testButton = nullptr; // null where it is not offered, as the next one
    QPushButton* m_saveButton = nullptr;
    QPushButton* m_connect = nullptr;
};

} // namespace drydock::ui

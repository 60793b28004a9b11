// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Asks for the server, the user and the password of a connection. It explains at once why an input cannot work.
#pragma once

#include "model/domain/secret.h"
#include "model/ports/exchange_gateway.h"
#include "ui/theme/theme.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace drydock::ui {

class TextLabel;

class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    // `profiles` are the saved connections, the last used one first. Schemes for which `implementsScheme` returns false
    // are shown but cannot be chosen.
    ConnectDialog(const Theme& theme, const std::vector<ports::ConnectionProfile>& profiles,
                  ports::ImplementsScheme implementsScheme, QWidget* parent = nullptr);

    [[nodiscard]] ports::ConnectionProfile profile() const;
    [[nodiscard]] domain::Secret takeSecret(); // returns the typed password and clears the field
    [[nodiscard]] bool keepInKeychain() const;

private:
    void buildForm(QFormLayout& form);
    void fillSchemes();
    void focusFirstEmpty();
    void fillFrom(const ports::ConnectionProfile& profile);
    void chooseCaFile();
    void check();
    [[nodiscard]] ports::AuthenticationScheme scheme() const;
    [[nodiscard]] QString address() const; // what was typed, completed
    [[nodiscard]] QString problem() const; // why the dialog cannot be accepted; empty when it can

    const Theme& m_theme;
    std::vector<ports::ConnectionProfile> m_profiles;
    ports::ImplementsScheme m_implementsScheme;
    QComboBox* m_url;
    QComboBox* m_scheme;
    QCheckBox* m_allowNtlm;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLineEdit* m_caFile;
    QToolButton* m_browse;
    QLineEdit* m_pin;
    QCheckBox* m_readOnly;
    QCheckBox* m_keep;
    TextLabel* m_problem;
    QPushButton* m_connect = nullptr;
};

} // namespace drydock::ui

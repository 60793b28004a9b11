// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Chooses who is told that a run needs the operator or is over, shows what goes out, and tries it.
#pragma once

#include "model/controllers/notification_receivers.h"
#include "model/domain/error.h"
#include "model/domain/secret.h"
#include "ui/theme/theme.h"

#include <QDialog>

#include <memory>

namespace drydock::ui {

class NotificationsDialog : public QDialog
{
    Q_OBJECT

public:
    // `keepsHeader`: the value of the header is in the keychain already, and stays there while none is typed.
    NotificationsDialog(const Theme& theme, const controllers::NotificationReceivers& receivers, bool keepsHeader,
                        QWidget* parent = nullptr);
    ~NotificationsDialog() override; // wipes the field of the header's value

    [[nodiscard]] controllers::NotificationReceivers receivers() const;
    [[nodiscard]] domain::Secret headerValue() const; // empty while none is typed

    void showDelivered(const QString& receiver);
    void showFailure(const domain::Error& error);

public slots:
    void accept() override; // shows what is wrong instead, if something is

signals:
    // A test of one receiver; the other one is empty.
    void testRequested(const drydock::controllers::NotificationReceivers& receivers);

private:
    void test(controllers::NotificationReceivers only);
    void updateFields();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::ui

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shows the certificate of a server, and asks whether to pin it for that host.
#pragma once

#include "model/domain/server_certificate.h"
#include "ui/theme/theme.h"

#include <QDialog>

namespace drydock::ui {

// It is accepted when the person pins the certificate, which is possible only where a pin settles all of its problems.
class PinDialog : public QDialog
{
    Q_OBJECT

public:
    PinDialog(const Theme& theme, const domain::ServerCertificate& certificate, QWidget* parent = nullptr);
};

} // namespace drydock::ui

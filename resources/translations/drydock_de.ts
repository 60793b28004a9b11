<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>CampaignWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Into maintenance</source>
        <translation>In Wartung nehmen</translation>
    </message>
    <message>
        <source>In maintenance</source>
        <translation>In Wartung</translation>
    </message>
    <message>
        <source>Back into service</source>
        <translation>Zurück in Dienst</translation>
    </message>
    <message>
        <source>Health steady</source>
        <translation>Stabil gesund</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>Every server is through</source>
        <translation>Alle Server sind durch</translation>
    </message>
    <message>
        <source>At its end; not every server was maintained</source>
        <translation>Am Ende; nicht jeder Server wurde gewartet</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>So belassen</translation>
    </message>
    <message>
        <source>%1, %2 of %3: %4</source>
        <translation>%1, %2 von %3: %4</translation>
    </message>
    <message>
        <source>%1. Continue when the work on it is done</source>
        <translation>%1. Fortsetzen, wenn die Arbeit daran getan ist</translation>
    </message>
    <message>
        <source>%1. It did not come to its end</source>
        <translation>%1. Das kam nicht zu seinem Ende</translation>
    </message>
    <message>
        <source>%1. Stopped</source>
        <translation>%1. Angehalten</translation>
    </message>
    <message>
        <source>It took %1</source>
        <translation>Dauer: %1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>%1, about %2 left by the servers before</source>
        <translation>%1, nach den Servern davor noch etwa %2</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no databases were read</source>
        <translation>es wurden keine Datenbanken gelesen</translation>
    </message>
    <message>
        <source>good copies of %1, the least</source>
        <translation>gute Kopien von %1, am wenigsten</translation>
    </message>
    <message>
        <source>good copies of every database</source>
        <translation>gute Kopien jeder Datenbank</translation>
    </message>
    <message>
        <source>the cluster did not answer</source>
        <translation>der Cluster hat nicht geantwortet</translation>
    </message>
    <message>
        <source>%1 is not mounted</source>
        <translation>%1 ist nicht eingebunden</translation>
    </message>
    <message>
        <source>%1 is moving</source>
        <translation>%1 zieht um</translation>
    </message>
    <message>
        <source>every database is mounted</source>
        <translation>jede Datenbank ist eingebunden</translation>
    </message>
    <message>
        <source>not every queue could be read</source>
        <translation>nicht jede Warteschlange war zu lesen</translation>
    </message>
    <message>
        <source>no messages are waiting</source>
        <translation>keine Nachrichten warten</translation>
    </message>
    <message>
        <source>messages, most on %1, rising</source>
        <translation>Nachrichten, die meisten auf %1, steigend</translation>
    </message>
    <message>
        <source>messages, most on %1, falling</source>
        <translation>Nachrichten, die meisten auf %1, fallend</translation>
    </message>
    <message>
        <source>messages, most on %1</source>
        <translation>Nachrichten, die meisten auf %1</translation>
    </message>
    <message>
        <source>good copies; %1 has one only</source>
        <translation>gute Kopien; %1 hat nur eine</translation>
    </message>
    <message numerus="yes">
        <source>votes; %n needed</source>
        <translation>
            <numerusform>Stimmen; %n nötig</numerusform>
            <numerusform>Stimmen; %n nötig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::app::Application</name>
    <message>
        <source>A maintenance run is under way</source>
        <translation>Eine Wartung läuft</translation>
    </message>
</context>
<context>
    <name>drydock::app::RunAnnouncer</name>
    <message>
        <source>%1 asks what to do</source>
        <translation>%1 fragt, was zu tun ist</translation>
    </message>
    <message>
        <source>%1 waits for commands by hand</source>
        <translation>%1 wartet auf Befehle von Hand</translation>
    </message>
</context>
<context>
    <name>drydock::ui::AboutDialog</name>
    <message>
        <source>No commit is known.</source>
        <translation>Es ist kein Commit bekannt.</translation>
    </message>
    <message>
        <source>Commit %1 of %2, with changes</source>
        <translation>Commit %1 vom %2, mit Änderungen</translation>
    </message>
    <message>
        <source>Commit %1 of %2</source>
        <translation>Commit %1 vom %2</translation>
    </message>
    <message>
        <source>About Drydock</source>
        <translation>Über Drydock</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>Drydock %1</source>
        <translation>Drydock %1</translation>
    </message>
    <message>
        <source>Puts Exchange DAG members into maintenance and reinstates them, gently.</source>
        <translation>Nimmt Mitglieder einer Exchange-DAG sanft in Wartung und wieder in Dienst.</translation>
    </message>
    <message>
        <source>Drydock is free under the MIT licence, and made of these parts. The folder &quot;licenses&quot; of its package has the texts of their licences.</source>
        <translation>Drydock ist frei unter der MIT-Lizenz und besteht aus diesen Teilen. Der Ordner „licenses“ seines Pakets enthält die Texte ihrer Lizenzen.</translation>
    </message>
    <message>
        <source>Parts and licences</source>
        <translation>Teile und Lizenzen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::CampaignWindow</name>
    <message>
        <source>Rolling maintenance</source>
        <translation>Rollende Wartung</translation>
    </message>
    <message>
        <source>Several servers, one after another</source>
        <translation>Mehrere Server, einer nach dem anderen</translation>
    </message>
    <message>
        <source>Each goes into maintenance, is worked on, and comes back before the next one.</source>
        <translation>Jeder geht in Wartung, wird bearbeitet und kommt zurück, bevor der nächste an die Reihe kommt.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top after this step</source>
        <translation>Nach diesem Schritt an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Go on without it</source>
        <translation>&amp;Ohne das weitermachen</translation>
    </message>
    <message>
        <source>Save rep&amp;ort…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>Servers and their order</source>
        <translation>Server und ihre Reihenfolge</translation>
    </message>
    <message>
        <source>Drag a server to change the order</source>
        <translation>Einen Server ziehen, um die Reihenfolge zu ändern</translation>
    </message>
    <message>
        <source>Se&amp;rvers, in this order</source>
        <translation>Ser&amp;ver, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>In maintenance</source>
        <translation>In Wartung</translation>
    </message>
    <message>
        <source>Wait until I continue</source>
        <translation>Warten, bis ich fortsetze</translation>
    </message>
    <message>
        <source>Restart the computer</source>
        <translation>Den Rechner neu starten</translation>
    </message>
    <message>
        <source>Wait until I have restarted it</source>
        <translation>Warten, bis ich ihn neu gestartet habe</translation>
    </message>
    <message>
        <source>Start a program on this computer</source>
        <translation>Ein Programm auf diesem Rechner starten</translation>
    </message>
    <message>
        <source>&amp;In maintenance</source>
        <translation>In &amp;Wartung</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>The names of the server and of the run follow as its last arguments</source>
        <translation>Der Name des Servers und der des Laufs folgen als letzte Argumente</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programm</translation>
    </message>
    <message>
        <source>Health steady, in minutes</source>
        <translation>Stabil gesund, in Minuten</translation>
    </message>
    <message>
        <source> min</source>
        <translation> Min.</translation>
    </message>
    <message>
        <source>&amp;Health steady before the next</source>
        <translation>Stabil &amp;gesund vor dem nächsten</translation>
    </message>
    <message>
        <source>After a failure</source>
        <translation>Nach einem Fehler</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Bring the server back and go on with the next</source>
        <translation>Den Server zurückbringen und mit dem nächsten weitermachen</translation>
    </message>
    <message>
        <source>After a &amp;failure</source>
        <translation>&amp;Nach einem Fehler</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>Gr&amp;und</translation>
    </message>
    <message>
        <source>Change number</source>
        <translation>Änderungsnummer</translation>
    </message>
    <message>
        <source>Change &amp;number</source>
        <translation>Än&amp;derungsnummer</translation>
    </message>
    <message>
        <source>Servers and stages</source>
        <translation>Server und Stufen</translation>
    </message>
    <message>
        <source>Choose at least one server</source>
        <translation>Wählen Sie mindestens einen Server</translation>
    </message>
    <message>
        <source>Name the program to start</source>
        <translation>Nennen Sie das Programm, das gestartet wird</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Start it &amp;again</source>
        <translation>Noch einmal st&amp;arten</translation>
    </message>
    <message>
        <source>&amp;End it here…</source>
        <translation>Hier b&amp;eenden …</translation>
    </message>
    <message>
        <source>Minutes of steady health</source>
        <translation>Minuten stabiler Gesundheit</translation>
    </message>
    <message>
        <source>End the rolling maintenance</source>
        <translation>Rollierende Wartung beenden</translation>
    </message>
    <message>
        <source>End it here, for good?</source>
        <translation>Hier endgültig beenden?</translation>
    </message>
    <message>
        <source>Every server stays as it is now. A run that is unfinished can still be resumed on its own.</source>
        <translation>Jeder Server bleibt, wie er jetzt ist. Ein unfertiger Lauf kann für sich allein noch fortgesetzt werden.</translation>
    </message>
    <message>
        <source>End it here</source>
        <translation>Hier beenden</translation>
    </message>
    <message>
        <source>Do not end it</source>
        <translation>Nicht beenden</translation>
    </message>
</context>
<context>
    <name>drydock::ui::CheckItem</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of: %1</source>
        <translation>Einzelheiten zu: %1</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>Why it matters: %1</source>
        <translation>Warum es wichtig ist: %1</translation>
    </message>
    <message>
        <source>Read at %1</source>
        <translation>Gelesen um %1</translation>
    </message>
    <message>
        <source>This cannot be overridden. Put it right, then recheck.</source>
        <translation>Das ist nicht zu übergehen. Erst richten, dann neu prüfen.</translation>
    </message>
    <message>
        <source>To go on despite this, type the server&apos;s name, %1:</source>
        <translation>Um trotzdem weiterzumachen, den Namen des Servers eingeben, %1:</translation>
    </message>
    <message>
        <source>Type %1 to override: %2</source>
        <translation>%1 eingeben, um zu übergehen: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Recheck: %1</source>
        <translation>Neu prüfen: %1</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>Übergangen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ComponentMatrix</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ComponentsPage</name>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>How components are shown</source>
        <translation>Wie Komponenten gezeigt werden</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>Als Liste</translation>
    </message>
    <message>
        <source>Servers side by side</source>
        <translation>Server nebeneinander</translation>
    </message>
    <message>
        <source>Components by servers</source>
        <translation>Komponenten nach Servern</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ComponentsPanel</name>
    <message>
        <source>%1 by %2</source>
        <comment>component state, requesters</comment>
        <translation>%1 durch %2</translation>
    </message>
    <message>
        <source>%1, because ServerWideOffline</source>
        <translation>%1, wegen ServerWideOffline</translation>
    </message>
    <message>
        <source>The others</source>
        <translation>Die übrigen</translation>
    </message>
    <message>
        <source>all active</source>
        <translation>alle aktiv</translation>
    </message>
    <message>
        <source>%1 of %2 not active</source>
        <translation>%1 von %2 nicht aktiv</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ConnectDialog</name>
    <message>
        <source>Kerberos (sealed)</source>
        <translation>Kerberos (versiegelt)</translation>
    </message>
    <message>
        <source>Negotiate (Kerberos or NTLM)</source>
        <translation>Negotiate (Kerberos oder NTLM)</translation>
    </message>
    <message>
        <source>None (this computer only)</source>
        <translation>Keine (nur dieser Rechner)</translation>
    </message>
    <message>
        <source>&amp;Read-only: send nothing that changes anything</source>
        <translation>Sch&amp;reibgeschützt: nichts senden, was etwas ändert</translation>
    </message>
    <message>
        <source>Connect to Exchange</source>
        <translation>Mit Exchange verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>empty: the authorities this computer trusts</source>
        <translation>leer: die Stellen, denen dieser Rechner vertraut</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the one certificate to accept</source>
        <translation>SHA-256-Fingerabdruck des einen Zertifikats, das gelten soll</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>A&amp;uthentication</source>
        <translation>A&amp;uthentifizierung</translation>
    </message>
    <message>
        <source>U&amp;ser</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Kennwort</translation>
    </message>
    <message>
        <source>Pi&amp;nned certificate</source>
        <translation>A&amp;ngeheftetes Zertifikat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Basic authentication sends the password as it is: it needs an https address.</source>
        <translation>Basic sendet das Kennwort, wie es ist: dafür braucht es eine https-Adresse.</translation>
    </message>
    <message>
        <source>Without authentication only this computer can be reached.</source>
        <translation>Ohne Authentifizierung ist nur dieser Rechner erreichbar.</translation>
    </message>
    <message>
        <source>Basic authentication needs a user.</source>
        <translation>Basic braucht einen Benutzer.</translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits.</source>
        <translation>Ein SHA-256-Fingerabdruck hat 64 hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>Basic (user and password)</source>
        <translation>Basic (Benutzer und Kennwort)</translation>
    </message>
    <message>
        <source>%1 – not in this version</source>
        <translation>%1 – nicht in dieser Version</translation>
    </message>
    <message>
        <source>%1 is not in this version: choose another kind of authentication.</source>
        <translation>%1 ist nicht in dieser Version: eine andere Art der Anmeldung wählen.</translation>
    </message>
    <message>
        <source>Give the name of an Exchange server, or the address of its remote PowerShell.</source>
        <translation>Geben Sie den Namen eines Exchange-Servers an oder die Adresse seiner Remote-PowerShell.</translation>
    </message>
    <message>
        <source>This is neither a server&apos;s name nor a complete http or https address.</source>
        <translation>Das ist weder der Name eines Servers noch eine vollständige http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>empty: the ticket of this logon session</source>
        <translation>leer: das Ticket dieser Anmeldung</translation>
    </message>
    <message>
        <source>Allow NT&amp;LM, which does not prove that it is this server</source>
        <translation>NT&amp;LM zulassen, das nicht beweist, dass es dieser Server ist</translation>
    </message>
    <message>
        <source>Client certificate (TLS)</source>
        <translation>Client-Zertifikat (TLS)</translation>
    </message>
    <message>
        <source>&amp;Keep the passwords in this computer&apos;s keychain</source>
        <translation>Kennwörter im Schlüssel&amp;bund dieses Computers aufbewahren</translation>
    </message>
    <message>
        <source>Show the server&apos;s &amp;certificate…</source>
        <translation>&amp;Zertifikat des Servers zeigen …</translation>
    </message>
    <message>
        <source>S&amp;erver</source>
        <translation>S&amp;erver</translation>
    </message>
    <message>
        <source>No&amp;des</source>
        <translation>Kno&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Trust</source>
        <translation>&amp;Vertrauen</translation>
    </message>
    <message>
        <source>empty: the server&apos;s name</source>
        <translation>leer: der Name des Servers</translation>
    </message>
    <message>
        <source>Delete, export or import a connection</source>
        <translation>Verbindung löschen, exportieren oder importieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Sa&amp;ved connection</source>
        <translation>&amp;Gespeicherte Verbindung</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>PEM, or PKCS#12 with its key</source>
        <translation>PEM, oder PKCS#12 mit dem Schlüssel</translation>
    </message>
    <message>
        <source>empty: in the file of the certificate</source>
        <translation>leer: in der Datei des Zertifikats</translation>
    </message>
    <message>
        <source>Certi&amp;ficate</source>
        <translation>Zerti&amp;fikat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Its ke&amp;y</source>
        <translation>Sein Sch&amp;lüssel</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key);;All files (*)</source>
        <translation>Schlüssel (*.pem *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>{fqdn} and {name} stand for a server&apos;s names.</source>
        <translation>{fqdn} und {name} stehen für die Namen eines Servers.</translation>
    </message>
    <message>
        <source>A line for each server with an address of its own: MAIL=https://…</source>
        <translation>Eine Zeile je Server mit eigener Adresse: MAIL=https://…</translation>
    </message>
    <message>
        <source>empty: the user of the server</source>
        <translation>leer: der Benutzer des Servers</translation>
    </message>
    <message>
        <source>Services, drain and cluster node are read and changed on the members&apos; own remote management (WinRM).</source>
        <translation>Dienste, Entleeren und Clusterknoten werden über die Fernverwaltung (WinRM) der Mitglieder selbst gelesen und geändert.</translation>
    </message>
    <message>
        <source>Add&amp;ress of a node</source>
        <translation>Ad&amp;resse eines Knotens</translation>
    </message>
    <message>
        <source>Sin&amp;gle nodes</source>
        <translation>Ein&amp;zelne Knoten</translation>
    </message>
    <message>
        <source>&amp;User for the nodes</source>
        <translation>&amp;Benutzer für die Knoten</translation>
    </message>
    <message>
        <source>&amp;Password of that user</source>
        <translation>&amp;Kennwort dieses Benutzers</translation>
    </message>
    <message>
        <source>empty: the domain of the address</source>
        <translation>leer: die Domäne der Adresse</translation>
    </message>
    <message>
        <source>User and password go to servers in the domain of the address, and in these, separated by blanks.</source>
        <translation>Benutzer und Kennwort gehen an Server in der Domäne der Adresse und in diesen, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Trusted d&amp;omains</source>
        <translation>Vertraute D&amp;omänen</translation>
    </message>
    <message>
        <source>Trusted aut&amp;horities</source>
        <translation>Vertraute Z&amp;ertifizierungsstellen</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>A new connection</source>
        <translation>Eine neue Verbindung</translation>
    </message>
    <message>
        <source>A client certificate is a part of TLS: it needs an https address.</source>
        <translation>Ein Client-Zertifikat ist ein Teil von TLS: Es braucht eine https-Adresse.</translation>
    </message>
    <message>
        <source>Choose the file of the client certificate.</source>
        <translation>Wählen Sie die Datei des Client-Zertifikats.</translation>
    </message>
    <message>
        <source>The address of a node is not a complete http or https address.</source>
        <translation>Die Adresse eines Knotens ist keine vollständige http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>A line of a single node has the form NAME=URL: %1</source>
        <translation>Eine Zeile eines einzelnen Knotens hat die Form NAME=URL: %1</translation>
    </message>
    <message>
        <source>Type the password for the test: it does not read a saved one.</source>
        <translation>Geben Sie für den Test das Kennwort ein: Ein gespeichertes liest er nicht.</translation>
    </message>
    <message>
        <source>of the key; empty: it has none</source>
        <translation>des Schlüssels; leer: er hat keines</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Test beenden</translation>
    </message>
    <message>
        <source>Export the connection</source>
        <translation>Verbindung exportieren</translation>
    </message>
    <message>
        <source>Connections (*.json)</source>
        <translation>Verbindungen (*.json)</translation>
    </message>
    <message>
        <source>Import a connection</source>
        <translation>Verbindung importieren</translation>
    </message>
    <message>
        <source>Connections (*.json);;All files (*)</source>
        <translation>Verbindungen (*.json);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ConnectionTestView</name>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Remote shell</source>
        <translation>Fernsitzung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Own name</source>
        <translation>Eigener Name</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::DatabasesPanel</name>
    <message>
        <source>Databases left</source>
        <translation>Verbleibende Datenbanken</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>one copy only, stays</source>
        <translation>nur eine Kopie, bleibt</translation>
    </message>
    <message>
        <source>None has to move</source>
        <translation>Keine muss umziehen</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message numerus="yes">
        <source>on %1, %n logs lost</source>
        <translation>
            <numerusform>auf %1, %n Protokoll verloren</numerusform>
            <numerusform>auf %1, %n Protokolle verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>not moved: %1</source>
        <translation>nicht verschoben: %1</translation>
    </message>
    <message>
        <source>still on %1</source>
        <translation>noch auf %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 on %2, %3</source>
        <translation>%1 auf %2, %3</translation>
    </message>
    <message>
        <source>copy queue %1, replay queue %2</source>
        <translation>Kopieren %1, Wiedergabe %2</translation>
    </message>
    <message>
        <source>Copies caught up</source>
        <translation>Kopien auf Stand</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::DecisionMessage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Send the command again</source>
        <translation>Befehl &amp;nochmals senden</translation>
    </message>
    <message>
        <source>&amp;Go on without…</source>
        <translation>&amp;Ohne das weitergehen…</translation>
    </message>
    <message>
        <source>Undo back to here…</source>
        <translation>Bis hierher rückgängig …</translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>So lassen …</translation>
    </message>
    <message>
        <source>Two readings showed that it had no effect. It is sent once more after two that still say so.</source>
        <translation>Zwei Lesungen zeigten, dass er nicht gewirkt hat. Er wird noch einmal gesendet, wenn zwei weitere dasselbe sagen.</translation>
    </message>
</context>
<context>
    <name>drydock::ui::DecisionText</name>
    <message>
        <source>It is not known whether step %1 took effect: %2</source>
        <translation>Es ist nicht bekannt, ob Schritt %1 gewirkt hat: %2</translation>
    </message>
    <message>
        <source>Step %1 is not done in time: %2</source>
        <translation>Schritt %1 ist nicht rechtzeitig fertig: %2</translation>
    </message>
    <message>
        <source>Step %1 failed: %2</source>
        <translation>Schritt %1 ist gescheitert: %2</translation>
    </message>
    <message>
        <source>Still waited for: %1.</source>
        <translation>Noch gewartet wird auf: %1.</translation>
    </message>
    <message>
        <source>Waited for: %1</source>
        <translation>Gewartet wurde auf: %1</translation>
    </message>
    <message>
        <source>What was done so far stays as it is, and nothing more is sent to %1 until you decide.</source>
        <translation>Was bisher getan ist, bleibt, und an %1 wird nichts mehr gesendet, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>Wait longer if it is still moving; else undo, or leave it and decide later.</source>
        <translation>Länger warten, wenn sich noch etwas bewegt; sonst rückgängig machen oder lassen und später entscheiden.</translation>
    </message>
    <message>
        <source>Put right what the details say and try again; or undo; or leave it and decide later.</source>
        <translation>Richten, was die Einzelheiten sagen, und noch einmal versuchen; oder rückgängig machen; oder lassen und später entscheiden.</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>&amp;Wait longer</source>
        <translation>Länger &amp;warten</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Readings show that the command had no effect. Looking again reads and waits; sending it again is a choice of its own.</source>
        <translation>Lesungen zeigen, dass der Befehl nicht gewirkt hat. Nochmals nachsehen liest und wartet; ihn nochmals zu senden ist eine eigene Wahl.</translation>
    </message>
    <message>
        <source>Looking again reads the state; the command is not sent again.</source>
        <translation>Nochmals nachsehen liest den Zustand; der Befehl wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The step waits; the run may go on without</source>
        <translation>Der Schritt wartet; der Lauf kann ohne das weitergehen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>command, words of the server</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>drydock::ui::FirstStartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Put a server into maintenance, and reinstate it</source>
        <translation>Einen Server in Wartung und wieder in Dienst nehmen</translation>
    </message>
    <message>
        <source>Drydock moves its databases and mail away first, proves every step, and restores what was there before.</source>
        <translation>Drydock bewegt erst Datenbanken und Post weg, beweist jeden Schritt und stellt wieder her, was vorher da war.</translation>
    </message>
    <message>
        <source>&amp;Connect to Exchange</source>
        <translation>Mit Exchange &amp;verbinden</translation>
    </message>
    <message>
        <source>Give the address of one member of a database availability group. Nothing is changed until you say so.</source>
        <translation>Die Adresse eines Mitglieds einer Datenbankverfügbarkeitsgruppe angeben. Geändert wird nichts, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>&amp;Try it in the built-in lab</source>
        <translation>Im eingebauten &amp;Labor ausprobieren</translation>
    </message>
    <message>
        <source>An organisation in memory, on this computer only. Rehearse a whole maintenance; break things on purpose.</source>
        <translation>Eine Organisation im Speicher, nur auf diesem Rechner. Eine ganze Wartung proben; mit Absicht Dinge kaputt machen.</translation>
    </message>
</context>
<context>
    <name>drydock::ui::GridView</name>
    <message>
        <source>Databases by servers</source>
        <translation>Datenbanken nach Servern</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Show this &amp;copy</source>
        <translation>Diese &amp;Kopie zeigen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::HealthIssueList</name>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what it is about, what is wrong with it</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>drydock::ui::InlineMessage</name>
    <message>
        <source>Details of the error</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the message with its details</source>
        <translation>Kopiert die Meldung mit ihren Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message numerus="yes">
        <source>%n times, last at %1</source>
        <translation>
            <numerusform>%n-mal, zuletzt um %1</numerusform>
            <numerusform>%n-mal, zuletzt um %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>drydock::ui::Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>drydock::ui::LoadBalancerPanel</name>
    <message>
        <source>it will have noticed: %1 of %1 refuse since %2</source>
        <translation>er hat es gemerkt: %1 von %1 verweigern seit %2</translation>
    </message>
    <message>
        <source>clients still come: %1 of %2 answer</source>
        <translation>Clients kommen noch: %1 von %2 antworten</translation>
    </message>
    <message>
        <source>it will have noticed: %1 of %1 answer since %2</source>
        <translation>er hat es gemerkt: %1 von %1 antworten seit %2</translation>
    </message>
    <message>
        <source>no clients yet: %1 of %2 refuse</source>
        <translation>noch keine Clients: %1 von %2 verweigern</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Load balancer</source>
        <translation>Lastenausgleich</translation>
    </message>
    <message>
        <source>%1 of %2 answer</source>
        <translation>%1 von %2 antworten</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>not known: %1 of %2 gave no answer</source>
        <translation>nicht bekannt: %1 von %2 antworten nicht</translation>
    </message>
</context>
<context>
    <name>drydock::ui::MainWindow</name>
    <message>
        <source>Divider</source>
        <translation>Trenner</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbinden mit %1 …</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden …</translation>
    </message>
    <message>
        <source>Nothing could be read yet.</source>
        <translation>Noch war nichts zu lesen.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The servers told of none, or this user is not allowed to see them.</source>
        <translation>Die Server haben keine genannt, oder dieser Benutzer darf sie nicht sehen.</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 @ %2</source>
        <comment>group and server</comment>
        <translation>%1 @ %2</translation>
    </message>
    <message>
        <source>READ-ONLY</source>
        <translation>SCHREIBGESCHÜTZT</translation>
    </message>
    <message>
        <source>Drydock</source>
        <translation>Drydock</translation>
    </message>
    <message>
        <source>%1 – Drydock</source>
        <translation>%1 – Drydock</translation>
    </message>
    <message>
        <source>This session is read-only: it sends nothing that changes anything</source>
        <translation>Diese Sitzung ist schreibgeschützt: sie sendet nichts, was etwas ändert</translation>
    </message>
    <message>
        <source>Needs a role that grants it: %1 is not granted to you</source>
        <translation>Braucht eine Rolle dafür: %1 ist Ihnen nicht erlaubt</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>Ein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>No run was left unfinished</source>
        <translation>Kein Lauf ist unbeendet</translation>
    </message>
    <message>
        <source>No run is under way</source>
        <translation>Kein Lauf ist im Gange</translation>
    </message>
    <message>
        <source>Choose a page with a table first</source>
        <translation>Erst eine Seite mit Tabelle wählen</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>out of date, read %1</source>
        <translation>veraltet, gelesen %1</translation>
    </message>
    <message>
        <source>refreshing…</source>
        <translation>wird aktualisiert …</translation>
    </message>
    <message>
        <source>refreshed %1</source>
        <translation>aktualisiert %1</translation>
    </message>
    <message>
        <source>%1: step %2 of %3</source>
        <translation>%1: Schritt %2 von %3</translation>
    </message>
    <message>
        <source>asks what to do</source>
        <translation>fragt, was zu tun ist</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message numerus="yes">
        <source>%n database(s) left</source>
        <translation>
            <numerusform>noch %n Datenbank</numerusform>
            <numerusform>noch %n Datenbanken</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values</source>
        <translation>Kommagetrennte Werte</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Stop the run on %1 and close?</source>
        <translation>Den Lauf auf %1 anhalten und schließen?</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>Anhalten und &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>Weiter&amp;laufen lassen</translation>
    </message>
    <message>
        <source>%1 of %2 could not be read: %3</source>
        <translation>%1 von %2 konnte nicht gelesen werden: %3</translation>
    </message>
    <message>
        <source>refreshed %1, not all could be read</source>
        <translation>%1 aktualisiert, nicht alles lesbar</translation>
    </message>
    <message>
        <source>What is under way is answered first, then the window closes. What was done stays done; the next start offers to continue or to undo it.</source>
        <translation>Was unterwegs ist, wird erst beantwortet, dann schließt sich das Fenster. Was getan ist, bleibt getan; der nächste Start bietet an, fortzusetzen oder rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Close without the answer of %1?</source>
        <translation>Ohne die Antwort von %1 schließen?</translation>
    </message>
    <message>
        <source>A command that was sent may still be carried out. The next start reads what became of it.</source>
        <translation>Ein gesendeter Befehl wird vielleicht noch ausgeführt. Der nächste Start liest, was daraus geworden ist.</translation>
    </message>
    <message>
        <source>&amp;Close at once</source>
        <translation>&amp;Sofort schließen</translation>
    </message>
    <message>
        <source>&amp;Wait for it</source>
        <translation>Darauf &amp;warten</translation>
    </message>
    <message>
        <source>%1 asks what to do</source>
        <translation>%1 fragt, was zu tun ist</translation>
    </message>
    <message>
        <source>stops when what is under way is answered, then Drydock closes</source>
        <translation>hält an, sobald beantwortet ist, was unterwegs ist, dann schließt sich Drydock</translation>
    </message>
    <message>
        <source>undoing: %1</source>
        <translation>wird rückgängig gemacht: %1</translation>
    </message>
</context>
<context>
    <name>drydock::ui::MaintenanceList</name>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>In maintenance</source>
        <translation>In Wartung</translation>
    </message>
    <message>
        <source>No server is in maintenance.</source>
        <translation>Kein Server ist in Wartung.</translation>
    </message>
    <message>
        <source>asks what to do</source>
        <translation>fragt, was zu tun ist</translation>
    </message>
</context>
<context>
    <name>drydock::ui::MaintenanceRow</name>
    <message>
        <source>%1, %2</source>
        <comment>server and state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show run</source>
        <translation>Lauf zeigen</translation>
    </message>
    <message>
        <source>Reinstate…</source>
        <translation>Wieder in Dienst nehmen …</translation>
    </message>
    <message>
        <source>Show the run on %1</source>
        <translation>Den Lauf auf %1 zeigen</translation>
    </message>
    <message>
        <source>Reinstate %1</source>
        <translation>%1 wieder in Dienst nehmen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::MaintenanceWizard</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Pre-flight</source>
        <translation>Vorprüfung</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Undo back to here…</source>
        <translation>Bis hierher &amp;rückgängig …</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Close and decide later?</source>
        <translation>Schließen und später entscheiden?</translation>
    </message>
    <message>
        <source>The run waits. Close and decide later?</source>
        <translation>Der Lauf wartet. Schließen und später entscheiden?</translation>
    </message>
    <message>
        <source>%1 stays half-way. Nothing more is sent; the run is offered again at the next start.</source>
        <translation>%1 bleibt auf halbem Weg. Es wird nichts mehr gesendet; der nächste Start bietet den Lauf wieder an.</translation>
    </message>
    <message>
        <source>Close and decide later</source>
        <translation>Schließen und später entscheiden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Nothing from the chosen step on has been changed yet.</source>
        <translation>Ab dem gewählten Schritt ist noch nichts geändert.</translation>
    </message>
    <message>
        <source>%1 – step %2 of %3, %4 %</source>
        <translation>%1 – Schritt %2 von %3, %4 %</translation>
    </message>
    <message>
        <source>%1 – Drydock</source>
        <translation>%1 – Drydock</translation>
    </message>
    <message>
        <source>Do not &amp;pause</source>
        <translation>Doch nicht &amp;pausieren</translation>
    </message>
    <message>
        <source>&amp;Stop here</source>
        <translation>Hier &amp;anhalten</translation>
    </message>
    <message>
        <source>Stop the run?</source>
        <translation>Den Lauf anhalten?</translation>
    </message>
    <message>
        <source>A run is under way. Stop it?</source>
        <translation>Ein Lauf ist unterwegs. Anhalten?</translation>
    </message>
    <message>
        <source>What is under way is answered first. A step that then still waits is left as it is, and %1 stays half-way until the run is continued or undone.</source>
        <translation>Was unterwegs ist, wird erst beantwortet. Ein Schritt, der dann noch wartet, bleibt, wie er ist, und %1 bleibt auf halbem Weg, bis der Lauf fortgesetzt oder rückgängig gemacht wird.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 – undoing step %2 of %3</source>
        <translation>%1 – Schritt %2 von %3 wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>What is under way is answered first. A step that then still waits is left as it is: what it sent stays sent, and is verified when the run continues.</source>
        <translation>Was unterwegs ist, wird erst beantwortet. Ein Schritt, der dann noch wartet, bleibt, wie er ist: Was er gesendet hat, bleibt gesendet und wird geprüft, wenn der Lauf fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>The run is being undone.</source>
        <translation>Der Lauf wird rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>drydock::ui::MessageArea</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::MetricCard</name>
    <message>
        <source>%1, last 30 minutes</source>
        <translation>%1, letzte 30 Minuten</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>drydock::ui::NotificationsDialog</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Drydock tells of a run that needs you, has stopped or has ended. What cannot be delivered is shown and holds no run.</source>
        <translation>Drydock meldet einen Lauf, der Sie braucht, angehalten hat oder zu Ende ist. Was nicht zugestellt werden kann, wird angezeigt und hält keinen Lauf auf.</translation>
    </message>
    <message>
        <source>&amp;Webhook</source>
        <translation>&amp;Webhook</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Microsoft Teams</source>
        <translation>Microsoft Teams</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Header</source>
        <translation>&amp;Kopfzeile</translation>
    </message>
    <message>
        <source>none, or for example Authorization</source>
        <translation>keine, oder zum Beispiel Authorization</translation>
    </message>
    <message>
        <source>Header &amp;value</source>
        <translation>W&amp;ert der Kopfzeile</translation>
    </message>
    <message>
        <source>as kept in the keychain</source>
        <translation>wie im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>wird im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>What goes &amp;out</source>
        <translation>Was hi&amp;nausgeht</translation>
    </message>
    <message>
        <source>&amp;Test the webhook</source>
        <translation>Webhook &amp;testen</translation>
    </message>
    <message>
        <source>It is started with three arguments: the event, the server and the run. Its standard input is the JSON text.</source>
        <translation>Es wird mit drei Argumenten gestartet: dem Ereignis, dem Server und dem Lauf. Seine Standardeingabe ist der JSON-Text.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programm</translation>
    </message>
    <message>
        <source>T&amp;est the program</source>
        <translation>P&amp;rogramm testen</translation>
    </message>
    <message>
        <source>Program for notifications</source>
        <translation>Programm für Benachrichtigungen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Delivered to %1.</source>
        <translation>Zugestellt an %1.</translation>
    </message>
</context>
<context>
    <name>drydock::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Redundancy</source>
        <translation>Redundanz</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Quorum</translation>
    </message>
    <message>
        <source>Mounted</source>
        <translation>Eingebunden</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Databases × servers</source>
        <translation>Datenbanken × Server</translation>
    </message>
    <message>
        <source>&amp;Worst first</source>
        <translation>&amp;Schlimmste zuerst</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nichts braucht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>In maintenance</source>
        <translation>In Wartung</translation>
    </message>
</context>
<context>
    <name>drydock::ui::PageList</name>
    <message>
        <source>this page</source>
        <translation>diese Seite</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Pages of the wizard</source>
        <translation>Seiten des Assistenten</translation>
    </message>
</context>
<context>
    <name>drydock::ui::PinDialog</name>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>For the hosts</source>
        <translation>Für die Hosts</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>It is trusted without a pin.</source>
        <translation>Ihm wird auch ohne Anheften vertraut.</translation>
    </message>
    <message>
        <source>Pinning accepts exactly this certificate for %1, whoever has issued it, until it expires. Compare the fingerprint with one that you have from the server&apos;s administrator first.</source>
        <translation>Angeheftet wird für %1 genau dieses Zertifikat angenommen, wer es auch ausgestellt hat, bis es abläuft. Vergleichen Sie vorher den Fingerabdruck mit einem, den Sie vom Administrator des Servers haben.</translation>
    </message>
    <message>
        <source>A pin does not settle this: the certificate has to be replaced.</source>
        <translation>Das behebt kein Anheften: Das Zertifikat muss ersetzt werden.</translation>
    </message>
    <message>
        <source>&amp;Pin for %1</source>
        <translation>Für %1 an&amp;heften</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::PlanPage</name>
    <message>
        <source>&amp;Copy as PowerShell script</source>
        <translation>Als PowerShell-Skript &amp;kopieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>How %1 is put into maintenance</source>
        <translation>Wie %1 in Wartung genommen wird</translation>
    </message>
    <message>
        <source>How %1 is reinstated</source>
        <translation>Wie %1 wieder in Dienst genommen wird</translation>
    </message>
    <message>
        <source>The script is on the clipboard.</source>
        <translation>Das Skript ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>PowerShell script</source>
        <translation>PowerShell-Skript</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message numerus="yes">
        <source>%n steps, each verified by reading back before the next.</source>
        <translation>
            <numerusform>%n Schritt, durch Zurücklesen geprüft.</numerusform>
            <numerusform>%n Schritte, jeder vor dem nächsten durch Zurücklesen geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n would be skipped: it is so already.</source>
        <translation>
            <numerusform>%n würde übersprungen: schon so.</numerusform>
            <numerusform>%n würden übersprungen: schon so.</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan has changed</source>
        <translation>Der Plan hat sich geändert</translation>
    </message>
    <message>
        <source>Everything was read again before the start, and something is not as it was: nothing was started.</source>
        <translation>Vor dem Start wurde alles neu gelesen, und etwas ist nicht mehr wie zuvor: nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>Look through the steps below, which are made from what is there now, and start again.</source>
        <translation>Sehen Sie die Schritte unten durch, die aus dem jetzigen Stand gemacht sind, und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Active Directory is read and written at %1.</source>
        <translation>Active Directory wird an %1 gelesen und geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Later…</source>
        <translation>S&amp;päter …</translation>
    </message>
    <message>
        <source>How the computer&apos;s scheduler begins this at another time</source>
        <translation>Wie die Zeitplanung des Rechners dies zu einer anderen Zeit beginnt</translation>
    </message>
    <message>
        <source>Stop &amp;before</source>
        <translation>Anhalten &amp;vor</translation>
    </message>
    <message>
        <source>Stop before</source>
        <translation>Anhalten vor</translation>
    </message>
    <message>
        <source>No step begins that may still be under way then, or being undone.</source>
        <translation>Es beginnt kein Schritt, der dann noch laufen oder rückgängig gemacht werden könnte.</translation>
    </message>
    <message>
        <source>How the databases of %1 are brought home</source>
        <translation>So werden die Datenbanken von %1 zurückgebracht</translation>
    </message>
</context>
<context>
    <name>drydock::ui::PreflightPage</name>
    <message>
        <source>%1 is not ready for maintenance</source>
        <translation>%1 ist nicht bereit zur Wartung</translation>
    </message>
    <message>
        <source>%1 is ready for maintenance, with warnings</source>
        <translation>%1 ist bereit zur Wartung, mit Warnungen</translation>
    </message>
    <message>
        <source>%1 is ready for maintenance</source>
        <translation>%1 ist bereit zur Wartung</translation>
    </message>
    <message>
        <source>%1 is not ready to be reinstated</source>
        <translation>%1 ist nicht bereit, in Dienst genommen zu werden</translation>
    </message>
    <message>
        <source>%1 is ready to be reinstated, with warnings</source>
        <translation>%1 ist bereit, in Dienst genommen zu werden, mit Warnungen</translation>
    </message>
    <message>
        <source>%1 is ready to be reinstated</source>
        <translation>%1 ist bereit, in Dienst genommen zu werden</translation>
    </message>
    <message>
        <source>Read everything again (F5)</source>
        <translation>Alles neu lesen (F5)</translation>
    </message>
    <message>
        <source>Next is there as soon as the checks are read.</source>
        <translation>Weiter geht es, sobald die Prüfungen gelesen sind.</translation>
    </message>
    <message>
        <source>Next needs the checks, and they could not be read.</source>
        <translation>Weiter braucht die Prüfungen, und sie waren nicht zu lesen.</translation>
    </message>
    <message>
        <source>Next waits: put right what blocks and recheck, or override it by typing the server&apos;s name.</source>
        <translation>Weiter wartet: richten, was sperrt, und neu prüfen, oder es durch Eingabe des Servernamens übergehen.</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Reading servers, copies, components, queues and what is granted.</source>
        <translation>Server, Kopien, Komponenten, Warteschlangen und Rechte werden gelesen.</translation>
    </message>
    <message>
        <source>%1 could not be checked</source>
        <translation>%1 konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>%1 goes down with %2, and its users have no mailbox until %2 is back.</source>
        <translation>%1 ist mit %2 nicht verfügbar; die Benutzer darin haben kein Postfach, bis %2 zurück ist.</translation>
    </message>
    <message>
        <source>%1 go down with %2, and their users have no mailbox until %2 is back.</source>
        <translation>%1 sind mit %2 nicht verfügbar; die Benutzer darin haben kein Postfach, bis %2 zurück ist.</translation>
    </message>
    <message>
        <source>Databases without a good copy elsewhere may not mount until %1 is back.</source>
        <translation>Datenbanken ohne gute Kopie anderswo werden vielleicht nicht eingebunden, bis %1 zurück ist.</translation>
    </message>
    <message>
        <source>With two members out of service, one more failure takes databases down.</source>
        <translation>Mit zwei Mitgliedern außer Dienst nimmt ein weiterer Ausfall Datenbanken herunter.</translation>
    </message>
    <message>
        <source>R&amp;echeck all</source>
        <translation>Alle n&amp;eu prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%n overridden by you</source>
        <translation>
            <numerusform>%n von Ihnen übergangen</numerusform>
            <numerusform>%n von Ihnen übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n Prüfung bestanden</numerusform>
            <numerusform>%n Prüfungen bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Sperre</numerusform>
            <numerusform>%n Sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>The databases of the group of %1 cannot be brought home</source>
        <translation>Die Datenbanken der Gruppe von %1 können nicht zurückgebracht werden</translation>
    </message>
    <message>
        <source>The databases of the group of %1 can be brought home, with warnings</source>
        <translation>Die Datenbanken der Gruppe von %1 können zurückgebracht werden, mit Warnungen</translation>
    </message>
    <message>
        <source>The databases of the group of %1 can be brought home</source>
        <translation>Die Datenbanken der Gruppe von %1 können zurückgebracht werden</translation>
    </message>
</context>
<context>
    <name>drydock::ui::QueuePanel</name>
    <message>
        <source>Queued messages over time</source>
        <translation>Wartende Nachrichten im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Queued on %1</source>
        <translation>Wartend auf %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>drained; shadow and poison left out</source>
        <translation>leer; Schatten- und Giftwarteschlangen ausgenommen</translation>
    </message>
    <message>
        <source>shadow and poison left out</source>
        <translation>Schatten- und Giftwarteschlangen ausgenommen</translation>
    </message>
    <message>
        <source>not falling; shadow and poison left out</source>
        <translation>fällt nicht; Schatten- und Giftwarteschlangen ausgenommen</translation>
    </message>
    <message>
        <source>−%1 a minute, %2 to go</source>
        <translation>−%1 je Minute, noch %2</translation>
    </message>
    <message>
        <source>rising; shadow and poison left out</source>
        <translation>steigt; Schatten- und Giftwarteschlangen ausgenommen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::RebalanceCard</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>lagged by %1</source>
        <translation>verzögert um %1</translation>
    </message>
    <message>
        <source>copy %1, replay %2</source>
        <translation>Kopie %1, Wiedergabe %2</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>am bevorzugten Ort</translation>
    </message>
    <message>
        <source>goes home</source>
        <translation>wird zurückgebracht</translation>
    </message>
    <message>
        <source>stays: %1</source>
        <translation>bleibt: %1</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Server now</source>
        <translation>Server jetzt</translation>
    </message>
    <message>
        <source>Preferred server</source>
        <translation>Bevorzugter Server</translation>
    </message>
    <message>
        <source>Its copy there</source>
        <translation>Kopie dort</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Aussicht</translation>
    </message>
    <message>
        <source>Active databases</source>
        <translation>Aktive Datenbanken</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>%1: %2 active databases</source>
        <comment>server and count</comment>
        <translation>%1: %2 aktive Datenbanken</translation>
    </message>
    <message>
        <source>Exchange brings databases home by itself, at the latest at %1.</source>
        <translation>Exchange bringt Datenbanken von selbst zurück, spätestens um %1.</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ReportChoices</name>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>drydock::ui::RestoreChoice</name>
    <message>
        <source>Activation policy to restore</source>
        <translation>Wiederherzustellende Aktivierungsrichtlinie</translation>
    </message>
    <message>
        <source>MoveNow to restore</source>
        <translation>Wiederherzustellendes MoveNow</translation>
    </message>
    <message>
        <source>Off: databases may be active on the server</source>
        <translation>Aus: Datenbanken dürfen auf dem Server aktiv sein</translation>
    </message>
    <message>
        <source>On: databases keep moving away from the server</source>
        <translation>An: Datenbanken werden weiter vom Server verschoben</translation>
    </message>
    <message>
        <source>Restore these</source>
        <translation>Diese wiederherstellen</translation>
    </message>
    <message>
        <source>Activation &amp;policy</source>
        <translation>Aktivierungs&amp;richtlinie</translation>
    </message>
    <message>
        <source>&amp;MoveNow</source>
        <translation>&amp;MoveNow</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ResultPage</name>
    <message>
        <source>&amp;Save report…</source>
        <translation>Bericht &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Continue the run</source>
        <translation>Lauf &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Rückgängig …</translation>
    </message>
    <message>
        <source>&amp;Reinstate…</source>
        <translation>Wieder &amp;in Dienst nehmen …</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>%1 has one copy only; it is served again when %2 is back</source>
        <translation>%1 hat nur eine Kopie; sie ist erst wieder da, wenn %2 zurück ist</translation>
    </message>
    <message>
        <source>%1 stays in maintenance until it is reinstated</source>
        <translation>%1 bleibt in Wartung, bis der Server wieder in Dienst genommen wird</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Active on %1 before its maintenance, and not moved back: %2</source>
        <translation>Vor der Wartung auf %1 aktiv und nicht zurückverschoben: %2</translation>
    </message>
    <message>
        <source>Still in force, step %1: %2</source>
        <translation>Gilt noch, Schritt %1: %2</translation>
    </message>
    <message>
        <source>&amp;Bring databases home…</source>
        <translation>Datenbanken &amp;zurückbringen …</translation>
    </message>
    <message>
        <source>What Exchange&apos;s own tests found</source>
        <translation>Was die Tests von Exchange selbst ergaben</translation>
    </message>
    <message>
        <source>%1 stays on %2: %3</source>
        <translation>%1 bleibt auf %2: %3</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ResumeDialog</name>
    <message>
        <source>started; not known whether it took effect</source>
        <translation>begonnen; nicht bekannt, ob es gewirkt hat</translation>
    </message>
    <message>
        <source>Unfinished runs – Drydock</source>
        <translation>Unbeendete Läufe – Drydock</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Runs that did not come to an end</source>
        <translation>Läufe, die nicht zu Ende kamen</translation>
    </message>
    <message>
        <source>Nothing has been sent since. Continuing reads the state first; no command is sent a second time blindly.</source>
        <translation>Seither wurde nichts gesendet. Fortsetzen liest zuerst den Zustand; kein Befehl wird blind ein zweites Mal gesendet.</translation>
    </message>
    <message>
        <source>%1 of %2 steps are proven done.</source>
        <translation>%1 von %2 Schritten sind bewiesen erledigt.</translation>
    </message>
    <message>
        <source>Another Drydock is working on this run; go on there.</source>
        <translation>Ein anderes Drydock arbeitet an diesem Lauf; dort weitermachen.</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Looks what is so now, and goes on from there.</source>
        <translation>Sieht nach, was jetzt ist, und macht von dort weiter.</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Rückgängig …</translation>
    </message>
    <message>
        <source>Sets back what this run changed, last first.</source>
        <translation>Setzt zurück, was dieser Lauf geändert hat, das Letzte zuerst.</translation>
    </message>
    <message>
        <source>Ends the run; what it changed stays changed.</source>
        <translation>Beendet den Lauf; was er geändert hat, bleibt.</translation>
    </message>
    <message>
        <source>&amp;Leave as it is…</source>
        <translation>&amp;So lassen …</translation>
    </message>
    <message>
        <source>A newer run has changed this server since, so this one can only be ended: %1</source>
        <translation>Ein neuerer Lauf hat diesen Server seitdem verändert; dieser kann nur noch beendet werden: %1</translation>
    </message>
</context>
<context>
    <name>drydock::ui::RowDialog</name>
    <message>
        <source>%1 – %2</source>
        <comment>row and page</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Schl&amp;ießen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::RunDialog</name>
    <message>
        <source>Maintenance of %1</source>
        <translation>Wartung von %1</translation>
    </message>
    <message>
        <source>Reinstating %1</source>
        <translation>Rückkehr von %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Steps or report</source>
        <translation>Schritte oder Bericht</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>Bericht &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>&amp;Fortsetzen …</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>begonnen %1</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Databases of %1 brought home</source>
        <translation>Datenbanken von %1 zurückgebracht</translation>
    </message>
    <message>
        <source>Restart of %1</source>
        <translation>Neustart von %1</translation>
    </message>
</context>
<context>
    <name>drydock::ui::RunLaterDialog</name>
    <message>
        <source>Run it later</source>
        <translation>Später ausführen</translation>
    </message>
    <message>
        <source>The command line does the same as this window. It checks and plans anew when it begins, and stops where a check blocks that is not overridden here. It takes the password from the keychain, or the ticket of the logon session.</source>
        <translation>Die Befehlszeile tut dasselbe wie dieses Fenster. Sie prüft und plant neu, wenn sie beginnt, und hält an, wo eine Prüfung blockiert, die hier nicht übergangen ist. Das Kennwort nimmt sie aus dem Schlüsselbund, oder das Ticket der Anmeldesitzung.</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginn</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>&amp;Task Scheduler (PowerShell)</source>
        <translation>&amp;Aufgabenplanung (PowerShell)</translation>
    </message>
    <message>
        <source>&amp;systemd timer</source>
        <translation>&amp;systemd-Timer</translation>
    </message>
    <message>
        <source>&amp;Command line</source>
        <translation>Be&amp;fehlszeile</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
</context>
<context>
    <name>drydock::ui::RunPage</name>
    <message>
        <source>Command of this step</source>
        <translation>Befehl dieses Schritts</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 percent done</source>
        <translation>%1 Prozent erledigt</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 elapsed</source>
        <translation>%1 von %2 · %3 vergangen</translation>
    </message>
    <message>
        <source>gives up in %1 and asks</source>
        <translation>gibt in %1 auf und fragt</translation>
    </message>
    <message>
        <source>goes on in %1 with a warning</source>
        <translation>geht in %1 mit einer Warnung weiter</translation>
    </message>
    <message>
        <source>no progress for a while · %1</source>
        <translation>seit einer Weile kein Fortschritt · %1</translation>
    </message>
    <message>
        <source>This step sends no command; it reads until what it waits for is so.</source>
        <translation>Dieser Schritt sendet keinen Befehl; er liest, bis ist, worauf er wartet.</translation>
    </message>
    <message>
        <source>Stops when what is under way is answered.</source>
        <translation>Hält an, sobald beantwortet ist, was unterwegs ist.</translation>
    </message>
    <message>
        <source>Stops when what is under way is answered: %1</source>
        <translation>Hält an, sobald beantwortet ist, was unterwegs ist: %1</translation>
    </message>
    <message>
        <source>Pauses when what is under way is answered.</source>
        <translation>Pausiert, sobald beantwortet ist, was unterwegs ist.</translation>
    </message>
    <message>
        <source>Pauses when what is under way is answered: %1</source>
        <translation>Pausiert, sobald beantwortet ist, was unterwegs ist: %1</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>%1 has not answered the reading for %2</source>
        <translation>%1 antwortet seit %2 nicht auf das Lesen</translation>
    </message>
    <message>
        <source>undoing step %1 of %2 · %3 elapsed</source>
        <translation>macht Schritt %1 von %2 rückgängig · %3 vergangen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::RunWords</name>
    <message>
        <source>Recording the settings of %1</source>
        <translation>Einstellungen von %1 werden festgehalten</translation>
    </message>
    <message>
        <source>Blocking activation on %1</source>
        <translation>Aktivierung auf %1 wird gesperrt</translation>
    </message>
    <message>
        <source>Draining transport on %1</source>
        <translation>Transport auf %1 wird geleert</translation>
    </message>
    <message>
        <source>Draining the call router of %1</source>
        <translation>Anrufverteiler von %1 wird geleert</translation>
    </message>
    <message>
        <source>Restarting transport on %1</source>
        <translation>Transport auf %1 startet neu</translation>
    </message>
    <message>
        <source>Redirecting the messages of %1</source>
        <translation>Nachrichten von %1 werden umgeleitet</translation>
    </message>
    <message>
        <source>Taking high availability of %1 offline</source>
        <translation>Hochverfügbarkeit von %1 geht offline</translation>
    </message>
    <message>
        <source>Pausing the cluster node %1</source>
        <translation>Clusterknoten %1 wird angehalten</translation>
    </message>
    <message>
        <source>Moving the active databases off %1</source>
        <translation>Aktive Datenbanken verlassen %1</translation>
    </message>
    <message>
        <source>Waiting for the queues of %1 to drain</source>
        <translation>Warten, bis die Warteschlangen von %1 leer sind</translation>
    </message>
    <message>
        <source>Taking all components of %1 offline</source>
        <translation>Alle Komponenten von %1 gehen offline</translation>
    </message>
    <message>
        <source>Verifying that %1 is in maintenance</source>
        <translation>Prüfen, dass %1 in Wartung ist</translation>
    </message>
    <message>
        <source>Bringing the components of %1 online</source>
        <translation>Komponenten von %1 gehen online</translation>
    </message>
    <message>
        <source>Bringing the call router of %1 online</source>
        <translation>Anrufverteiler von %1 geht online</translation>
    </message>
    <message>
        <source>Bringing high availability of %1 online</source>
        <translation>Hochverfügbarkeit von %1 geht online</translation>
    </message>
    <message>
        <source>Resuming the cluster node %1</source>
        <translation>Clusterknoten %1 wird fortgesetzt</translation>
    </message>
    <message>
        <source>Allowing databases to stay on %1</source>
        <translation>Datenbanken dürfen auf %1 bleiben</translation>
    </message>
    <message>
        <source>Restoring the activation policy of %1</source>
        <translation>Aktivierungsrichtlinie von %1 wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Bringing transport of %1 online</source>
        <translation>Transport von %1 geht online</translation>
    </message>
    <message>
        <source>Clearing what set-up left behind on %1</source>
        <translation>Aufräumen, was das Setup auf %1 hinterlassen hat</translation>
    </message>
    <message>
        <source>Starting the services of %1</source>
        <translation>Dienste von %1 starten</translation>
    </message>
    <message>
        <source>Waiting for the copies on %1 to catch up</source>
        <translation>Warten, bis die Kopien auf %1 aufgeholt haben</translation>
    </message>
    <message>
        <source>Verifying that %1 is in service</source>
        <translation>Prüfen, dass %1 im Dienst ist</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>etwa %1 h %2 min</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>on %1 itself</source>
        <translation>auf %1 selbst</translation>
    </message>
    <message>
        <source>Put into maintenance</source>
        <translation>In Wartung nehmen</translation>
    </message>
    <message>
        <source>Put %1 into maintenance</source>
        <translation>%1 in Wartung nehmen</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>Wieder in Dienst nehmen</translation>
    </message>
    <message>
        <source>Reinstate %1</source>
        <translation>%1 wieder in Dienst nehmen</translation>
    </message>
    <message>
        <source>Usually under two minutes.</source>
        <translation>Meist unter zwei Minuten.</translation>
    </message>
    <message>
        <source>Exchange picks the best copy; usually under a minute each.</source>
        <translation>Exchange wählt die beste Kopie; meist unter einer Minute je Datenbank.</translation>
    </message>
    <message>
        <source>Shadow and poison queues are left out; they do not drain.</source>
        <translation>Schatten- und Giftwarteschlangen zählen nicht; sie leeren sich nicht.</translation>
    </message>
    <message>
        <source>The primary active manager moves by itself.</source>
        <translation>Der Primary Active Manager geht von selbst.</translation>
    </message>
    <message>
        <source>Clients leave over the next half hour.</source>
        <translation>Clients gehen im Lauf der nächsten halben Stunde.</translation>
    </message>
    <message>
        <source>Each copy replays what it missed.</source>
        <translation>Jede Kopie holt nach, was sie versäumt hat.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 is in maintenance</source>
        <translation>%1 ist in Wartung</translation>
    </message>
    <message>
        <source>%1 is back in service</source>
        <translation>%1 ist wieder im Dienst</translation>
    </message>
    <message>
        <source>The run failed at step %1</source>
        <translation>Der Lauf ist an Schritt %1 gescheitert</translation>
    </message>
    <message>
        <source>The changes to %1 were undone</source>
        <translation>Die Änderungen an %1 wurden rückgängig gemacht</translation>
    </message>
    <message>
        <source>%1 was left as it is</source>
        <translation>%1 wurde so gelassen</translation>
    </message>
    <message>
        <source>It is not known how step %1 ended</source>
        <translation>Es ist nicht bekannt, wie Schritt %1 endete</translation>
    </message>
    <message>
        <source>Every step was verified by reading it back. %1 may be worked on or restarted.</source>
        <translation>Jeder Schritt wurde durch Zurücklesen geprüft. An %1 darf gearbeitet oder neu gestartet werden.</translation>
    </message>
    <message>
        <source>Every step was verified by reading it back, and the settings are what they were.</source>
        <translation>Jeder Schritt wurde durch Zurücklesen geprüft, und die Einstellungen sind, was sie waren.</translation>
    </message>
    <message>
        <source>Every step was verified by reading it back; see the warnings below.</source>
        <translation>Jeder Schritt wurde durch Zurücklesen geprüft; siehe die Warnungen unten.</translation>
    </message>
    <message>
        <source>%1 of %2 steps are done. %3 stays half-way until the run is continued or undone.</source>
        <translation>%1 von %2 Schritten sind erledigt. %3 bleibt auf halbem Weg, bis der Lauf fortgesetzt oder rückgängig gemacht wird.</translation>
    </message>
    <message>
        <source>What this run had changed was set back and verified.</source>
        <translation>Was dieser Lauf geändert hatte, wurde zurückgesetzt und geprüft.</translation>
    </message>
    <message>
        <source>Nothing more is done by this run; what it changed stays changed.</source>
        <translation>Dieser Lauf tut nichts mehr; was er geändert hat, bleibt.</translation>
    </message>
    <message>
        <source>A command was sent and no answer came. Continuing looks first whether it took effect; it is not sent again blindly.</source>
        <translation>Ein Befehl wurde gesendet, und es kam keine Antwort. Fortsetzen sieht zuerst nach, ob er gewirkt hat; er wird nicht blind wiederholt.</translation>
    </message>
    <message>
        <source>%1 is half-way: undone back to step %2</source>
        <translation>%1 ist auf halbem Weg: rückgängig gemacht bis Schritt %2</translation>
    </message>
    <message>
        <source>From that step on everything was set back and verified. The steps before it are still in force until the run is continued or undone.</source>
        <translation>Ab diesem Schritt wurde alles zurückgesetzt und geprüft. Die Schritte davor gelten weiter, bis der Lauf fortgesetzt oder rückgängig gemacht wird.</translation>
    </message>
    <message>
        <source>Checking every component of %1</source>
        <translation>Jede Komponente von %1 wird geprüft</translation>
    </message>
    <message>
        <source>Undoing step %1: %2</source>
        <translation>Schritt %1 wird rückgängig gemacht: %2</translation>
    </message>
    <message>
        <source>Paused before step %1. Nothing is sent until it continues.</source>
        <translation>Vor Schritt %1 pausiert. Bis es weitergeht, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Paused inside step %1: its commands were sent and are not verified yet. Nothing more is sent until it continues.</source>
        <translation>In Schritt %1 pausiert: Seine Befehle sind gesendet und noch nicht geprüft. Bis es weitergeht, wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>Paused inside step %1, which had only waited. Nothing is sent until it continues.</source>
        <translation>In Schritt %1 pausiert, der nur gewartet hat. Bis es weitergeht, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Not sent: a command is sent only if a reading shows that it is needed</source>
        <translation>Nicht gesendet: Ein Befehl wird nur gesendet, wenn eine Lesung zeigt, dass er nötig ist</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>noch nicht beantwortet</translation>
    </message>
    <message>
        <source>answered with an error</source>
        <translation>mit einem Fehler beantwortet</translation>
    </message>
    <message>
        <source>answered at %1</source>
        <translation>beantwortet um %1</translation>
    </message>
    <message>
        <source>Sent at %1, %2</source>
        <translation>Gesendet um %1, %2</translation>
    </message>
    <message>
        <source>%1 of %2 sent, the last at %3, %4</source>
        <translation>%1 von %2 gesendet, der letzte um %3, %4</translation>
    </message>
    <message>
        <source>The run was stopped inside step %1</source>
        <translation>Der Lauf wurde in Schritt %1 angehalten</translation>
    </message>
    <message>
        <source>The run was stopped before step %1</source>
        <translation>Der Lauf wurde vor Schritt %1 angehalten</translation>
    </message>
    <message>
        <source>Asking Exchange&apos;s own tests of %1</source>
        <translation>Die Tests von Exchange selbst werden für %1 befragt</translation>
    </message>
    <message>
        <source>Restarting the computer %1</source>
        <translation>Der Rechner %1 wird neu gestartet</translation>
    </message>
    <message>
        <source>Waiting until the services of %1 run again</source>
        <translation>Warten, bis die Dienste von %1 wieder laufen</translation>
    </message>
    <message>
        <source>Bring databases home</source>
        <translation>Datenbanken zurückbringen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>Bringing databases home</source>
        <translation>Datenbanken werden zurückgebracht</translation>
    </message>
    <message>
        <source>The databases of %1 were brought home</source>
        <translation>Die Datenbanken von %1 wurden zurückgebracht</translation>
    </message>
    <message>
        <source>%1 has been restarted</source>
        <translation>%1 wurde neu gestartet</translation>
    </message>
    <message>
        <source>Each was moved alone and verified by reading it back.</source>
        <translation>Jede wurde einzeln verschoben und durch Zurücklesen geprüft.</translation>
    </message>
    <message>
        <source>It started anew, and what ran before runs again. It is still in maintenance.</source>
        <translation>Er ist neu gestartet, und was vorher lief, läuft wieder. Er ist noch in Wartung.</translation>
    </message>
    <message>
        <source>%1 of %2 steps are done. The other databases stay where they are until the run is continued.</source>
        <translation>%1 von %2 Schritten sind erledigt. Die anderen Datenbanken bleiben, wo sie sind, bis der Lauf fortgesetzt wird.</translation>
    </message>
</context>
<context>
    <name>drydock::ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Res&amp;ume…</source>
        <translation>F&amp;ortsetzen …</translation>
    </message>
    <message>
        <source>No run is selected</source>
        <translation>Kein Lauf ist ausgewählt</translation>
    </message>
    <message>
        <source>The journal of this run cannot be read</source>
        <translation>Das Journal dieses Laufs ist nicht lesbar</translation>
    </message>
    <message>
        <source>This run is under way</source>
        <translation>Dieser Lauf ist im Gange</translation>
    </message>
    <message>
        <source>This run is finished</source>
        <translation>Dieser Lauf ist beendet</translation>
    </message>
    <message>
        <source>A newer run has changed this server since</source>
        <translation>Ein neuerer Lauf hat diesen Server seitdem verändert</translation>
    </message>
</context>
<context>
    <name>drydock::ui::SafetyPanel</name>
    <message>
        <source>Copies elsewhere</source>
        <translation>Kopien anderswo</translation>
    </message>
    <message>
        <source>Single copies</source>
        <translation>Einzelne Kopien</translation>
    </message>
    <message>
        <source>Other member</source>
        <translation>Anderes Mitglied</translation>
    </message>
    <message>
        <source>Redirect target</source>
        <translation>Ziel der Umleitung</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Original settings</source>
        <translation>Ursprüngliche Einstellungen</translation>
    </message>
    <message>
        <source>Safe to go on?</source>
        <translation>Sicher weiter?</translation>
    </message>
    <message>
        <source>overridden by you</source>
        <translation>von Ihnen übergangen</translation>
    </message>
    <message>
        <source>one copy only, overridden by you</source>
        <translation>nur eine Kopie, von Ihnen übergangen</translation>
    </message>
    <message>
        <source>Redundancy</source>
        <translation>Redundanz</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>no replicated database</source>
        <translation>keine replizierte Datenbank</translation>
    </message>
    <message>
        <source>at least one good copy elsewhere</source>
        <translation>mindestens eine gute Kopie anderswo</translation>
    </message>
    <message numerus="yes">
        <source>at least %n good copies elsewhere</source>
        <translation>
            <numerusform>mindestens %n gute Kopie anderswo</numerusform>
            <numerusform>mindestens %n gute Kopien anderswo</numerusform>
        </translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Quorum</translation>
    </message>
    <message numerus="yes">
        <source>%n votes, %1 needed</source>
        <translation>
            <numerusform>%n Stimme, %1 nötig</numerusform>
            <numerusform>%n Stimmen, %1 nötig</numerusform>
        </translation>
    </message>
    <message>
        <source>not known for %1</source>
        <translation>seit %1 nicht bekannt</translation>
    </message>
    <message>
        <source>copies on %1 not read</source>
        <translation>Kopien auf %1 nicht gelesen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ServerFacts</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Activation policy</source>
        <translation>Aktivierungsrichtlinie</translation>
    </message>
    <message>
        <source>Move databases away</source>
        <translation>Datenbanken wegbewegen</translation>
    </message>
    <message>
        <source>Cluster node</source>
        <translation>Clusterknoten</translation>
    </message>
    <message>
        <source>Active databases</source>
        <translation>Aktive Datenbanken</translation>
    </message>
    <message>
        <source>Components not active</source>
        <translation>Komponenten nicht aktiv</translation>
    </message>
</context>
<context>
    <name>drydock::ui::ServerTree</name>
    <message>
        <source>Servers by group</source>
        <translation>Server nach Gruppe</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
</context>
<context>
    <name>drydock::ui::SeverityChips</name>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Filter by severity</source>
        <translation>Nach Schwere filtern</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>severity and count</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n row(s)</source>
        <translation>
            <numerusform>%1, %n Zeile</numerusform>
            <numerusform>%1, %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>drydock::ui::StatusStrip</name>
    <message>
        <source>Sho&amp;w run</source>
        <translation>Lauf &amp;zeigen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>refreshing</source>
        <translation>wird aktualisiert</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>a run asks for a decision</source>
        <translation>ein Lauf braucht eine Entscheidung</translation>
    </message>
</context>
<context>
    <name>drydock::ui::StepCard</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Sends no command; only reads.</source>
        <translation>Sendet keinen Befehl; liest nur.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>Erledigt, wenn</translation>
    </message>
    <message>
        <source>Undone by</source>
        <translation>Rückgängig durch</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Undo command</source>
        <translation>Befehl zum Rückgängigmachen</translation>
    </message>
    <message>
        <source>would be skipped</source>
        <translation>würde übersprungen</translation>
    </message>
    <message>
        <source>would run</source>
        <translation>würde laufen</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>gives up and asks after</source>
        <translation>gibt auf und fragt nach</translation>
    </message>
    <message>
        <source>warns and goes on after</source>
        <translation>warnt und geht weiter nach</translation>
    </message>
    <message>
        <source> min</source>
        <translation> Min.</translation>
    </message>
    <message>
        <source>Minutes for step %1</source>
        <translation>Minuten für Schritt %1</translation>
    </message>
    <message>
        <source>How long this step may take in this run</source>
        <translation>Wie lange dieser Schritt in diesem Lauf dauern darf</translation>
    </message>
</context>
<context>
    <name>drydock::ui::StepDelegate</name>
    <message numerus="yes">
        <source>read %n time(s), again in %1</source>
        <translation>
            <numerusform>%n-mal gelesen, wieder in %1</numerusform>
            <numerusform>%n-mal gelesen, wieder in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::StepList</name>
    <message>
        <source>Steps of the run</source>
        <translation>Schritte des Laufs</translation>
    </message>
</context>
<context>
    <name>drydock::ui::TablePage</name>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>No rows match the filter.</source>
        <translation>Keine Zeile passt zum Filter.</translation>
    </message>
    <message>
        <source>&amp;Clear the filter</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>%1 only ×</source>
        <translation>nur %1 ×</translation>
    </message>
    <message>
        <source>Only %1; show all servers of the group</source>
        <translation>Nur %1; alle Server der Gruppe zeigen</translation>
    </message>
    <message>
        <source>Show all servers of the group</source>
        <translation>Alle Server der Gruppe zeigen</translation>
    </message>
    <message>
        <source>There is nothing of %1 here.</source>
        <translation>Hier gibt es nichts von %1.</translation>
    </message>
    <message>
        <source>No rows of %1 match the filter.</source>
        <translation>Keine Zeile von %1 passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>drydock::ui::TableView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Size columns to contents</source>
        <translation>&amp;Spalten an Inhalt anpassen</translation>
    </message>
</context>
<context>
    <name>drydock::ui::TargetPage</name>
    <message>
        <source>Which server is put into maintenance?</source>
        <translation>Welcher Server wird in Wartung genommen?</translation>
    </message>
    <message>
        <source>Its databases move to other members, its mail is redirected, then it is taken out of service. Nothing is changed before the run is started.</source>
        <translation>Seine Datenbanken gehen auf andere Mitglieder über, seine Post wird umgeleitet, dann geht er außer Dienst. Vor Beginn des Laufs wird nichts geändert.</translation>
    </message>
    <message>
        <source>Which server is reinstated?</source>
        <translation>Welcher Server wird wieder in Dienst genommen?</translation>
    </message>
    <message>
        <source>It gets back the settings it had before its maintenance. Nothing is changed before the run is started.</source>
        <translation>Er bekommt die Einstellungen von vor der Wartung zurück. Vor Beginn des Laufs wird nichts geändert.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>Redirect mail to</source>
        <translation>Post umleiten nach</translation>
    </message>
    <message>
        <source>Restart the &amp;transport service, so that draining takes effect at once</source>
        <translation>Den &amp;Transportdienst neu starten, damit das Leeren sofort wirkt</translation>
    </message>
    <message>
        <source>Redirect &amp;mail to</source>
        <translation>&amp;Post umleiten nach</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What is done, for example: cumulative update 15</source>
        <translation>Was getan wird, zum Beispiel: kumulatives Update 15</translation>
    </message>
    <message>
        <source>For example: update done</source>
        <translation>Zum Beispiel: Update erledigt</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Change number</source>
        <translation>Änderungsnummer</translation>
    </message>
    <message>
        <source>For example: CHG-20417</source>
        <translation>Zum Beispiel: CHG-20417</translation>
    </message>
    <message>
        <source>&amp;Change number</source>
        <translation>Ä&amp;nderungsnummer</translation>
    </message>
    <message>
        <source>Both are written into the journal of the run and into its report.</source>
        <translation>Beides steht im Journal des Laufs und in seinem Bericht.</translation>
    </message>
    <message>
        <source>%1 (suggested)</source>
        <translation>%1 (vorgeschlagen)</translation>
    </message>
    <message>
        <source>Nowhere; wait until the queues drain by themselves</source>
        <translation>Nirgendwohin; warten, bis sich die Warteschlangen selbst leeren</translation>
    </message>
    <message>
        <source>No other member can take the mail now: each is blocked, in maintenance or does not answer.</source>
        <translation>Kein anderes Mitglied kann jetzt die Post annehmen: jedes ist gesperrt, in Wartung oder antwortet nicht.</translation>
    </message>
    <message>
        <source>Suggested is a member of the same site. The others that can take mail are named after it.</source>
        <translation>Vorgeschlagen ist ein Mitglied desselben Standorts. Die anderen, die Mail annehmen, werden nach ihm genannt.</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>No server to choose from</source>
        <translation>Kein Server zur Auswahl</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Voller Name</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Active databases</source>
        <translation>Aktive Datenbanken</translation>
    </message>
    <message>
        <source>%1 of %2 copies</source>
        <translation>%1 von %2 Kopien</translation>
    </message>
    <message>
        <source>Activation policy</source>
        <translation>Aktivierungsrichtlinie</translation>
    </message>
    <message>
        <source>Queued messages</source>
        <translation>Wartende Nachrichten</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Primary active manager</source>
        <translation>Primary Active Manager</translation>
    </message>
    <message>
        <source>Yes; it moves to another member when the node is paused</source>
        <translation>Ja; er geht auf ein anderes Mitglied, wenn der Knoten angehalten wird</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>server and state</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Which group&apos;s databases are brought home?</source>
        <translation>Die Datenbanken welcher Gruppe werden zurückgebracht?</translation>
    </message>
    <message>
        <source>Choose any of its members. Each database that is away from its preferred server is moved there, one after another. Nothing is changed before the run is started.</source>
        <translation>Wählen Sie irgendeines ihrer Mitglieder. Jede Datenbank, die nicht auf ihrem bevorzugten Server ist, wird dorthin verschoben, eine nach der anderen. Bevor der Lauf gestartet wird, ändert sich nichts.</translation>
    </message>
</context>
<context>
    <name>drydock::ui::UndoQuestion</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Do not undo</source>
        <translation>Nicht rückgängig machen</translation>
    </message>
    <message>
        <source>Undo the run</source>
        <translation>Den Lauf rückgängig machen</translation>
    </message>
    <message>
        <source>Undo everything this run changed on %1?</source>
        <translation>Alles rückgängig machen, was dieser Lauf an %1 geändert hat?</translation>
    </message>
    <message>
        <source>Undo back to step %1</source>
        <translation>Rückgängig machen bis Schritt %1</translation>
    </message>
    <message>
        <source>Undo back to step %1, %2?</source>
        <translation>Rückgängig machen bis Schritt %1, %2?</translation>
    </message>
    <message>
        <source>Undone one by one, last first, each verified by reading back:
%1</source>
        <translation>Einer nach dem anderen, der letzte zuerst, jeder durch Zurücklesen geprüft:
%1</translation>
    </message>
    <message>
        <source>Databases that have moved stay where they are now.</source>
        <translation>Verschobene Datenbanken bleiben, wo sie jetzt sind.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>End this run and leave %1 as it is?</source>
        <translation>Diesen Lauf beenden und %1 so lassen, wie er ist?</translation>
    </message>
    <message>
        <source>What the run changed stays changed, and the run is not offered again.</source>
        <translation>Was der Lauf geändert hat, bleibt geändert, und der Lauf wird nicht wieder angeboten.</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Do not end it</source>
        <translation>Nicht beenden</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Ohne das weitergehen</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Go on although this is not met?
%1</source>
        <translation>Weitergehen, obwohl dies nicht erfüllt ist?
%1</translation>
    </message>
</context>
<context>
    <name>drydock::ui::WindowActions</name>
    <message>
        <source>Only when asked</source>
        <translation>Nur auf Verlangen</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>Alle %1 s</translation>
    </message>
    <message>
        <source>Every %1 min</source>
        <translation>Alle %1 min</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden …</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Try it in the built-in &amp;lab</source>
        <translation>Im eingebauten &amp;Labor ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>C&amp;lear the filter</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Put into maintenance…</source>
        <translation>In &amp;Wartung nehmen …</translation>
    </message>
    <message>
        <source>&amp;Reinstate…</source>
        <translation>Wieder &amp;in Dienst nehmen …</translation>
    </message>
    <message>
        <source>Res&amp;ume an unfinished run…</source>
        <translation>Unbeendeten Lauf &amp;fortsetzen …</translation>
    </message>
    <message>
        <source>Show the run under &amp;way</source>
        <translation>&amp;Laufenden Lauf zeigen</translation>
    </message>
    <message>
        <source>&amp;About Drydock</source>
        <translation>&amp;Über Drydock</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;berblick</translation>
    </message>
    <message>
        <source>&amp;Servers</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Database copies</source>
        <translation>&amp;Datenbankkopien</translation>
    </message>
    <message>
        <source>&amp;Components</source>
        <translation>&amp;Komponenten</translation>
    </message>
    <message>
        <source>&amp;Queues</source>
        <translation>&amp;Warteschlangen</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>Refresh &amp;interval</source>
        <translation>Aktualisierungs&amp;abstand</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Maintenance</source>
        <translation>&amp;Wartung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation>Filtern (%1)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Refresh %1 s</source>
        <translation>Aktualisieren %1 s</translation>
    </message>
    <message>
        <source>Refresh %1 min</source>
        <translation>Aktualisieren %1 min</translation>
    </message>
    <message>
        <source>Reads everything anew (%1)</source>
        <translation>Liest alles neu (%1)</translation>
    </message>
    <message>
        <source>&amp;Notifications…</source>
        <translation>Benac&amp;hrichtigungen …</translation>
    </message>
    <message>
        <source>&amp;Bring databases home…</source>
        <translation>Datenbanken &amp;zurückbringen …</translation>
    </message>
    <message>
        <source>R&amp;olling…</source>
        <translation>R&amp;ollend…</translation>
    </message>
</context>
<context>
    <name>drydock::ui::Workspace</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Database copies</source>
        <translation>Datenbankkopien</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>No maintenance was run yet.</source>
        <translation>Es lief noch keine Wartung.</translation>
    </message>
    <message>
        <source>Shado&amp;w and poison queues too</source>
        <translation>Auch Schatten- und &amp;Giftwarteschlangen</translation>
    </message>
    <message>
        <source>Out of date: read %1 from %2; the last refresh failed</source>
        <translation>Veraltet: gelesen %1 von %2; die letzte Aktualisierung misslang</translation>
    </message>
    <message>
        <source>Read %1 from %2</source>
        <translation>Gelesen %1 von %2</translation>
    </message>
    <message>
        <source>&amp;Put into maintenance…</source>
        <translation>In &amp;Wartung nehmen …</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The address cannot be used</source>
        <translation>Die Adresse ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>It is not a complete http or https address, or the authentication chosen is not allowed over it. Nothing was sent.</source>
        <translation>Es ist keine vollständige http- oder https-Adresse, oder die gewählte Authentifizierung ist darüber nicht erlaubt. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the address, for example https://mail.contoso.com/PowerShell/. Basic authentication needs https.</source>
        <translation>Die Adresse prüfen, zum Beispiel https://mail.contoso.com/PowerShell/. Basic braucht https.</translation>
    </message>
    <message>
        <source>The server could not be reached</source>
        <translation>Der Server war nicht zu erreichen</translation>
    </message>
    <message>
        <source>The name does not resolve, the port is closed, or there is no way to it. Nothing was sent.</source>
        <translation>Der Name löst nicht auf, der Port ist zu, oder es führt kein Weg hin. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the name and the network, or connect to another member of the group.</source>
        <translation>Name und Netz prüfen oder mit einem anderen Mitglied der Gruppe verbinden.</translation>
    </message>
    <message>
        <source>The server did not answer in time</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>It is reachable but slow, or it hangs. Nothing was changed by this request.</source>
        <translation>Er ist erreichbar, aber langsam, oder er hängt. Diese Anfrage hat nichts geändert.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, connect to another member of the group.</source>
        <translation>Noch einmal versuchen; bleibt es so, mit einem anderen Mitglied der Gruppe verbinden.</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>Die Verbindung ging verloren</translation>
    </message>
    <message>
        <source>It ended before the command reached the server, or while something was only being read. Nothing was changed by it.</source>
        <translation>Sie endete, bevor der Befehl den Server erreichte, oder während nur gelesen wurde. Es wurde dadurch nichts geändert.</translation>
    </message>
    <message>
        <source>Try again. If it happens often, look at load balancers and proxies on the way.</source>
        <translation>Noch einmal versuchen. Geschieht es oft, Lastverteiler und Proxys auf dem Weg ansehen.</translation>
    </message>
    <message>
        <source>It is not known whether the command ran</source>
        <translation>Es ist nicht bekannt, ob der Befehl lief</translation>
    </message>
    <message>
        <source>The command was sent and no answer came back. It may have run or not; it was not sent again.</source>
        <translation>Der Befehl wurde gesendet, und es kam keine Antwort. Er kann gelaufen sein oder nicht; er wurde nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Look at the state that is read back before you do anything else; a run checks this by itself.</source>
        <translation>Erst den zurückgelesenen Zustand ansehen, bevor Sie etwas anderes tun; ein Lauf prüft das von selbst.</translation>
    </message>
    <message>
        <source>No secure connection could be made</source>
        <translation>Es kam keine sichere Verbindung zustande</translation>
    </message>
    <message>
        <source>The server did not accept the user</source>
        <translation>Der Server hat den Benutzer nicht angenommen</translation>
    </message>
    <message>
        <source>User name, password or ticket is wrong, or the server does not offer this kind of authentication.</source>
        <translation>Benutzername, Kennwort oder Ticket ist falsch, oder der Server bietet diese Authentifizierung nicht an.</translation>
    </message>
    <message>
        <source>Check user and password before you try again: repeated attempts lock an account. With Kerberos, see whether a ticket is there and the address holds the server&apos;s full name.</source>
        <translation>Benutzer und Kennwort prüfen, bevor Sie es erneut versuchen: wiederholte Versuche sperren ein Konto. Bei Kerberos nachsehen, ob ein Ticket da ist und die Adresse den vollen Namen des Servers enthält.</translation>
    </message>
    <message>
        <source>You are not allowed to do this</source>
        <translation>Sie dürfen das nicht</translation>
    </message>
    <message>
        <source>The server knows the user, but none of the user&apos;s roles grants it.</source>
        <translation>Der Server kennt den Benutzer, aber keine seiner Rollen erlaubt es.</translation>
    </message>
    <message>
        <source>Ask for a role that grants it, or connect as another user.</source>
        <translation>Um eine Rolle bitten, die es erlaubt, oder als anderer Benutzer verbinden.</translation>
    </message>
    <message>
        <source>Refused: this session is read-only</source>
        <translation>Abgelehnt: diese Sitzung ist schreibgeschützt</translation>
    </message>
    <message>
        <source>The command would change something. It was not sent.</source>
        <translation>Der Befehl würde etwas ändern. Er wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Start Drydock without --read-only, or connect without the read-only mark, to make changes.</source>
        <translation>Für Änderungen Drydock ohne --read-only starten oder ohne Schreibschutz verbinden.</translation>
    </message>
    <message>
        <source>Something else answered at this address</source>
        <translation>An dieser Adresse hat etwas anderes geantwortet</translation>
    </message>
    <message>
        <source>It is not remote management: perhaps a web page, a proxy, or a wrong path.</source>
        <translation>Es ist keine Fernverwaltung: vielleicht eine Webseite, ein Proxy oder ein falscher Pfad.</translation>
    </message>
    <message>
        <source>Check the path; for Exchange it ends in /PowerShell/.</source>
        <translation>Den Pfad prüfen; bei Exchange endet er auf /PowerShell/.</translation>
    </message>
    <message>
        <source>The web server refused the request</source>
        <translation>Der Webserver hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>It answered with an error of its own before Exchange saw the request.</source>
        <translation>Er antwortete mit einem eigenen Fehler, bevor Exchange die Anfrage sah.</translation>
    </message>
    <message>
        <source>See the status in the details. 500 and 503 often mean that the application pool is stopped or restarting.</source>
        <translation>Den Status in den Einzelheiten ansehen. 500 und 503 heißen oft, dass der Anwendungspool steht oder neu startet.</translation>
    </message>
    <message>
        <source>The server reported a fault</source>
        <translation>Der Server hat eine Störung gemeldet</translation>
    </message>
    <message>
        <source>Remote management understood the request and could not carry it out.</source>
        <translation>Die Fernverwaltung hat die Anfrage verstanden und konnte sie nicht ausführen.</translation>
    </message>
    <message>
        <source>See the details; try again, or connect to another member.</source>
        <translation>Die Einzelheiten ansehen; noch einmal versuchen oder mit einem anderen Mitglied verbinden.</translation>
    </message>
    <message>
        <source>The remote session is gone</source>
        <translation>Die entfernte Sitzung ist weg</translation>
    </message>
    <message>
        <source>The server ended it: after a restart, a recycled pool, or for being idle too long.</source>
        <translation>Der Server hat sie beendet: nach einem Neustart, einem erneuerten Pool oder zu langer Ruhe.</translation>
    </message>
    <message>
        <source>Connect again; a run opens a new session by itself.</source>
        <translation>Neu verbinden; ein Lauf öffnet von selbst eine neue Sitzung.</translation>
    </message>
    <message>
        <source>The server is refusing for load</source>
        <translation>Der Server lehnt wegen Last ab</translation>
    </message>
    <message>
        <source>Too many sessions or requests for this user, or the server is short of resources.</source>
        <translation>Zu viele Sitzungen oder Anfragen dieses Benutzers, oder dem Server fehlen Mittel.</translation>
    </message>
    <message>
        <source>Close other sessions of this user and try again in a few minutes.</source>
        <translation>Andere Sitzungen dieses Benutzers schließen und in ein paar Minuten noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The answer could not be read</source>
        <translation>Die Antwort war nicht zu lesen</translation>
    </message>
    <message>
        <source>What came back is not what the protocol says. Nothing in it was used.</source>
        <translation>Was zurückkam, ist nicht, was das Protokoll vorsieht. Nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>Look for a proxy that changes traffic. If it stays, keep the details for a report.</source>
        <translation>Nach einem Proxy suchen, der den Verkehr verändert. Bleibt es, die Einzelheiten für einen Bericht aufheben.</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>Die Antwort ist zu groß</translation>
    </message>
    <message>
        <source>It is beyond what is accepted in size, depth or number of objects. Nothing in it was used.</source>
        <translation>Sie überschreitet, was an Größe, Tiefe oder Zahl angenommen wird. Nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>Connect to another member; if it stays, keep the details for a report.</source>
        <translation>Mit einem anderen Mitglied verbinden; bleibt es, die Einzelheiten für einen Bericht aufheben.</translation>
    </message>
    <message>
        <source>The command does not exist for you</source>
        <translation>Den Befehl gibt es für Sie nicht</translation>
    </message>
    <message>
        <source>This server does not have it, or no role of yours grants it.</source>
        <translation>Dieser Server hat ihn nicht, oder keine Ihrer Rollen erlaubt ihn.</translation>
    </message>
    <message>
        <source>Ask for a role that grants it (see the details for its name).</source>
        <translation>Um eine Rolle bitten, die es erlaubt (Name in den Einzelheiten).</translation>
    </message>
    <message>
        <source>A parameter does not exist for you</source>
        <translation>Einen Parameter gibt es für Sie nicht</translation>
    </message>
    <message>
        <source>This version of Exchange does not have it, or no role of yours grants it. The command did not run.</source>
        <translation>Diese Version von Exchange hat ihn nicht, oder keine Ihrer Rollen erlaubt ihn. Der Befehl lief nicht.</translation>
    </message>
    <message>
        <source>The command wanted to ask something</source>
        <translation>Der Befehl wollte etwas fragen</translation>
    </message>
    <message>
        <source>It asked for a confirmation that nobody can give from here, and stopped.</source>
        <translation>Er verlangte eine Bestätigung, die von hier niemand geben kann, und hielt an.</translation>
    </message>
    <message>
        <source>See the details for the question; run it by hand if the answer is yours to give.</source>
        <translation>Die Frage steht in den Einzelheiten; von Hand ausführen, wenn die Antwort Ihre ist.</translation>
    </message>
    <message>
        <source>The command failed on the server</source>
        <translation>Der Befehl ist auf dem Server gescheitert</translation>
    </message>
    <message>
        <source>Exchange ran it and reported an error.</source>
        <translation>Exchange hat ihn ausgeführt und einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>Read what Exchange says in the details and put it right; a run goes on from there. The state shown is read back from the servers.</source>
        <translation>In den Einzelheiten lesen, was Exchange sagt, und es beheben; ein Lauf geht von dort weiter. Der gezeigte Zustand ist von den Servern zurückgelesen.</translation>
    </message>
    <message>
        <source>It was not found</source>
        <translation>Es wurde nicht gefunden</translation>
    </message>
    <message>
        <source>The server, database or run does not exist any more, or not under this name.</source>
        <translation>Server, Datenbank oder Lauf gibt es nicht mehr oder nicht unter diesem Namen.</translation>
    </message>
    <message>
        <source>Check the name, or refresh and choose again.</source>
        <translation>Den Namen prüfen oder aktualisieren und neu wählen.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>It was stopped from here.</source>
        <translation>Es wurde von hier angehalten.</translation>
    </message>
    <message>
        <source>Start it again when you want to; a run that was stopped can be resumed.</source>
        <translation>Neu beginnen, wann Sie wollen; ein angehaltener Lauf kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>A file could not be written or read</source>
        <translation>Eine Datei war nicht zu schreiben oder zu lesen</translation>
    </message>
    <message>
        <source>The disk is full, or the folder is not ours to use. Without a journal nothing is sent to a server.</source>
        <translation>Der Datenträger ist voll, oder der Ordner gehört uns nicht. Ohne Journal wird nichts an einen Server gesendet.</translation>
    </message>
    <message>
        <source>Free space or fix the permissions of the folder in the details, then try again.</source>
        <translation>Platz schaffen oder die Rechte des Ordners in den Einzelheiten richten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This run is open elsewhere</source>
        <translation>Dieser Lauf ist anderswo offen</translation>
    </message>
    <message>
        <source>Another Drydock on this computer is working on it.</source>
        <translation>Ein anderes Drydock auf diesem Rechner arbeitet daran.</translation>
    </message>
    <message>
        <source>Go on there, or close it first.</source>
        <translation>Dort weitermachen oder es zuerst schließen.</translation>
    </message>
    <message>
        <source>A journal is damaged</source>
        <translation>Ein Journal ist beschädigt</translation>
    </message>
    <message>
        <source>A line in it does not match its checksum. The file is kept as it is and nothing is sent on its word.</source>
        <translation>Eine Zeile passt nicht zu ihrer Prüfsumme. Die Datei bleibt, wie sie ist, und auf ihr Wort hin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Keep the file. Look at the server&apos;s state, and start a new run if something is left to do.</source>
        <translation>Die Datei aufheben. Den Zustand des Servers ansehen und einen neuen Lauf beginnen, wenn etwas zu tun bleibt.</translation>
    </message>
    <message>
        <source>The keychain cannot be used</source>
        <translation>Der Schlüsselbund ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>There is none in this session, or it refused. The password is not kept anywhere.</source>
        <translation>In dieser Sitzung gibt es keinen, oder er lehnt ab. Das Kennwort wird nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Go on; you will be asked for the password each time. drydockctl also takes it with --password-stdin.</source>
        <translation>Weitermachen; nach dem Kennwort wird jedes Mal gefragt. drydockctl nimmt es auch mit --password-stdin.</translation>
    </message>
    <message>
        <source>This cannot be done as asked</source>
        <translation>Das geht nicht wie verlangt</translation>
    </message>
    <message>
        <source>What was asked for does not fit what is there.</source>
        <translation>Was verlangt wurde, passt nicht zu dem, was da ist.</translation>
    </message>
    <message>
        <source>See the details and choose again; --help lists the options.</source>
        <translation>Die Einzelheiten ansehen und neu wählen; --help zählt die Optionen auf.</translation>
    </message>
    <message>
        <source>Drydock made a mistake</source>
        <translation>Drydock hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>A rule inside the program was broken. What it was doing was stopped.</source>
        <translation>Eine Regel im Programm wurde verletzt. Was es gerade tat, wurde angehalten.</translation>
    </message>
    <message>
        <source>Save your work, keep the details for a report, and start Drydock anew.</source>
        <translation>Ihre Arbeit sichern, die Einzelheiten für einen Bericht aufheben und Drydock neu starten.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>what happened, doing what</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>It has not come about in time</source>
        <translation>Es ist in der Zeit nicht eingetreten</translation>
    </message>
    <message>
        <source>The commands were sent and answered, but the servers do not show what they are for yet.</source>
        <translation>Die Befehle wurden gesendet und beantwortet, aber die Server zeigen noch nicht, was sie bewirken sollen.</translation>
    </message>
    <message>
        <source>Look at what is waited for in the details. Wait longer, or put right what holds it up and go on.</source>
        <translation>In den Einzelheiten steht, worauf gewartet wird. Länger warten, oder beheben, was es aufhält, und weitermachen.</translation>
    </message>
    <message>
        <source>Something else must be so first</source>
        <translation>Vorher muss etwas anderes gegeben sein</translation>
    </message>
    <message>
        <source>Nothing was sent: it would not be safe as things are.</source>
        <translation>Nichts wurde gesendet: so, wie es jetzt steht, wäre es nicht sicher.</translation>
    </message>
    <message>
        <source>Put right what the details name, then go on; or undo what was done so far.</source>
        <translation>Beheben, was in den Einzelheiten steht, dann weitermachen; oder das bisher Getane rückgängig machen.</translation>
    </message>
    <message>
        <source>Somebody else undid a finished step</source>
        <translation>Jemand anderes hat einen fertigen Schritt zurückgenommen</translation>
    </message>
    <message>
        <source>Two readings show that what the step had changed was changed back since.</source>
        <translation>Zwei Lesungen zeigen, dass seither zurückgeändert wurde, was der Schritt geändert hatte.</translation>
    </message>
    <message>
        <source>Find out who changed it and why. Then send the command again, or stop the run.</source>
        <translation>Herausfinden, wer es geändert hat und warum. Dann den Befehl noch einmal senden oder den Lauf anhalten.</translation>
    </message>
    <message>
        <source>The domain controller does not answer</source>
        <translation>Der Domänencontroller antwortet nicht</translation>
    </message>
    <message>
        <source>Exchange could not use it for the command, which did nothing.</source>
        <translation>Exchange konnte ihn für den Befehl nicht verwenden; der Befehl hat nichts getan.</translation>
    </message>
    <message>
        <source>A run goes on with another one by itself. See the details for the name of this one, and find out whether it is down.</source>
        <translation>Ein Lauf geht von selbst mit einem anderen weiter. In den Details steht der Name von diesem; stellen Sie fest, ob er ausgefallen ist.</translation>
    </message>
    <message>
        <source>There is no Kerberos ticket</source>
        <translation>Es gibt kein Kerberos-Ticket</translation>
    </message>
    <message>
        <source>This logon session holds none, and no user and password were given. Nothing was sent.</source>
        <translation>Diese Anmeldung hat keines, und Benutzer und Kennwort wurden nicht angegeben. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Log on to the domain (kinit on Linux), or give a user and a password.</source>
        <translation>An der Domäne anmelden (unter Linux: kinit) oder Benutzer und Kennwort angeben.</translation>
    </message>
    <message>
        <source>The Kerberos ticket has expired</source>
        <translation>Das Kerberos-Ticket ist abgelaufen</translation>
    </message>
    <message>
        <source>The ticket of this logon session is too old to be used. Nothing was sent.</source>
        <translation>Das Ticket dieser Anmeldung ist zu alt. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Renew it: lock and unlock the computer, or run kinit; or give a user and a password.</source>
        <translation>Erneuern: den Rechner sperren und entsperren oder kinit ausführen; oder Benutzer und Kennwort angeben.</translation>
    </message>
    <message>
        <source>The clocks differ by too much</source>
        <translation>Die Uhren gehen zu weit auseinander</translation>
    </message>
    <message>
        <source>Kerberos allows five minutes between this computer, the server and the domain controller.</source>
        <translation>Kerberos erlaubt fünf Minuten zwischen diesem Rechner, dem Server und dem Domänencontroller.</translation>
    </message>
    <message>
        <source>Set the clock of this computer; if it is right, that of the server is not.</source>
        <translation>Die Uhr dieses Rechners stellen; geht sie richtig, dann geht die des Servers falsch.</translation>
    </message>
    <message>
        <source>The domain does not know this server&apos;s service</source>
        <translation>Die Domäne kennt den Dienst dieses Servers nicht</translation>
    </message>
    <message>
        <source>No account holds the service principal name of the address, or another account holds it than the one the server runs as. Nothing was sent.</source>
        <translation>Kein Konto hat den Dienstprinzipalnamen der Adresse, oder ein anderes Konto als das, unter dem der Server läuft. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Use the server&apos;s full name as the domain knows it, or give the service principal name (--spn). setspn -Q shows who holds a name.</source>
        <translation>Den vollen Namen des Servers verwenden, wie ihn die Domäne kennt, oder den Dienstprinzipalnamen angeben (--spn). setspn -Q zeigt, wer einen Namen hat.</translation>
    </message>
    <message>
        <source>No domain controller answers</source>
        <translation>Kein Domänencontroller antwortet</translation>
    </message>
    <message>
        <source>Kerberos needs one for a ticket. Nothing was sent to the server.</source>
        <translation>Kerberos braucht einen für ein Ticket. An den Server wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the network and the name service, and that the user&apos;s realm is written in full (user@CONTOSO.COM).</source>
        <translation>Netz und Namensdienst prüfen, und ob der Bereich des Benutzers ausgeschrieben ist (benutzer@CONTOSO.COM).</translation>
    </message>
    <message>
        <source>The account may not log on</source>
        <translation>Das Konto darf sich nicht anmelden</translation>
    </message>
    <message>
        <source>It is locked, disabled or expired, its password has expired, or it may not log on from here or at this hour.</source>
        <translation>Es ist gesperrt, deaktiviert oder abgelaufen, sein Kennwort ist abgelaufen, oder es darf sich von hier oder zu dieser Zeit nicht anmelden.</translation>
    </message>
    <message>
        <source>See the reason in the details; an administrator of the domain can lift it. It is not tried again by itself.</source>
        <translation>Den Grund in den Einzelheiten nachsehen; ein Administrator der Domäne kann ihn beheben. Von selbst wird es nicht noch einmal versucht.</translation>
    </message>
    <message>
        <source>The server did not prove who it is</source>
        <translation>Der Server hat nicht bewiesen, wer er ist</translation>
    </message>
    <message>
        <source>It skipped its part of the authentication, or sent something without protection that must be protected. What it sent was not used.</source>
        <translation>Er hat seinen Teil der Authentifizierung ausgelassen oder ungeschützt gesendet, was geschützt sein muss. Was er sandte, wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>Do not go on before it is clear what answers at this address: perhaps a proxy, perhaps an attack.</source>
        <translation>Erst weitermachen, wenn klar ist, was an dieser Adresse antwortet: vielleicht ein Proxy, vielleicht ein Angriff.</translation>
    </message>
    <message>
        <source>The two sides have no version of TLS in common, or the server&apos;s certificate is not fit for use: a weak key or signature, or another purpose. Nothing was sent.</source>
        <translation>Die beiden Seiten haben keine TLS-Version gemeinsam, oder das Zertifikat des Servers taugt nicht: ein schwacher Schlüssel, eine schwache Signatur oder ein anderer Zweck. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>See the reason in the details. TLS 1.2 or later is needed, and a certificate for servers with a key of at least 2048 bits.</source>
        <translation>Den Grund nennen die Details. Nötig sind TLS 1.2 oder neuer und ein Zertifikat für Server mit einem Schlüssel von mindestens 2048 Bit.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut</translation>
    </message>
    <message>
        <source>No authority that this computer trusts has issued it, or an intermediate certificate is missing. Nothing was sent.</source>
        <translation>Keine Stelle, der dieser Computer vertraut, hat es ausgestellt, oder ein Zwischenzertifikat fehlt. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Give the file of its authority (--ca), or pin this one certificate after checking its fingerprint with the server&apos;s administrator (--pin).</source>
        <translation>Geben Sie die Datei seiner Zertifizierungsstelle an (--ca), oder heften Sie dieses eine Zertifikat an, nachdem Sie den Fingerabdruck mit dem Administrator des Servers verglichen haben (--pin).</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid now</source>
        <translation>Das Zertifikat des Servers gilt jetzt nicht</translation>
    </message>
    <message>
        <source>It, or one of its issuers, has expired or is not valid yet. A pin does not change that. Nothing was sent.</source>
        <translation>Es selbst oder eines seiner Aussteller ist abgelaufen oder gilt noch nicht. Anheften ändert daran nichts. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the clock of this computer; if it is right, the certificate has to be renewed.</source>
        <translation>Prüfen Sie die Uhr dieses Computers; geht sie richtig, muss das Zertifikat erneuert werden.</translation>
    </message>
    <message>
        <source>The certificate is for another host</source>
        <translation>Das Zertifikat gilt für einen anderen Host</translation>
    </message>
    <message>
        <source>Its names do not include the one in the address. Nothing was sent.</source>
        <translation>Unter seinen Namen ist nicht der aus der Adresse. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Use one of the names in the certificate, which the details list, or pin it for this host after checking its fingerprint (--pin).</source>
        <translation>Verwenden Sie einen der Namen im Zertifikat, die in den Details stehen, oder heften Sie es nach Prüfung des Fingerabdrucks für diesen Host an (--pin).</translation>
    </message>
    <message>
        <source>The server has another certificate than the pinned one</source>
        <translation>Der Server hat ein anderes Zertifikat als das angeheftete</translation>
    </message>
    <message>
        <source>It was renewed, or something else answers in the server&apos;s place. Nothing was sent.</source>
        <translation>Es wurde erneuert, oder etwas anderes antwortet anstelle des Servers. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for the new fingerprint before you pin another certificate.</source>
        <translation>Fragen Sie den Administrator des Servers nach dem neuen Fingerabdruck, bevor Sie ein anderes Zertifikat anheften.</translation>
    </message>
    <message>
        <source>This host gets no user and password</source>
        <translation>Dieser Host bekommt weder Benutzer noch Kennwort</translation>
    </message>
    <message>
        <source>Only a server names it, and it is outside the domains that you trust. Nothing was sent to it.</source>
        <translation>Nur ein Server nennt ihn, und er liegt außerhalb der Domänen, denen Sie vertrauen. Es wurde ihm nichts gesendet.</translation>
    </message>
    <message>
        <source>If the host is right, allow its domain (--trust-domain, or &quot;Trusted domains&quot; in the connection), or connect by a member&apos;s own name.</source>
        <translation>Ist der Host richtig, erlauben Sie seine Domäne (--trust-domain, oder „Vertraute Domänen“ in der Verbindung), oder verbinden Sie sich über den eigenen Namen eines Mitglieds.</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>resume the copy, or reseed it if it fails again</source>
        <translation>die Kopie fortsetzen, oder neu seeden, wenn sie wieder ausfällt</translation>
    </message>
    <message>
        <source>resume the copy when its reason is gone</source>
        <translation>die Kopie fortsetzen, sobald der Grund dafür weg ist</translation>
    </message>
    <message>
        <source>start MSExchangeRepl on %1</source>
        <translation>MSExchangeRepl auf %1 starten</translation>
    </message>
    <message>
        <source>mount the database, or activate another copy</source>
        <translation>die Datenbank einbinden oder eine andere Kopie aktivieren</translation>
    </message>
    <message>
        <source>look at network and disk of %1</source>
        <translation>Netz und Datenträger von %1 ansehen</translation>
    </message>
    <message>
        <source>has one copy only, on %1</source>
        <translation>hat nur eine Kopie, auf %1</translation>
    </message>
    <message>
        <source>its users lose service when the server goes down: add a copy, or move the mailboxes</source>
        <translation>ihre Benutzer stehen ohne Dienst, wenn der Server ausfällt: eine Kopie hinzufügen oder die Postfächer verschieben</translation>
    </message>
    <message>
        <source>one good copy is left</source>
        <translation>nur noch eine gute Kopie</translation>
    </message>
    <message>
        <source>no good copy is left</source>
        <translation>keine gute Kopie mehr</translation>
    </message>
    <message>
        <source>take no server down before another copy is healthy</source>
        <translation>keinen Server herunternehmen, bevor eine weitere Kopie gesund ist</translation>
    </message>
    <message>
        <source>managed availability took it down: look at the server&apos;s health before changing it</source>
        <translation>Managed Availability hat sie heruntergenommen: erst den Zustand des Servers ansehen, dann ändern</translation>
    </message>
    <message>
        <source>set it Active with the requester %1</source>
        <translation>mit dem Anforderer %1 auf Active setzen</translation>
    </message>
    <message>
        <source>service %1 is %2</source>
        <translation>Dienst %1 ist %2</translation>
    </message>
    <message>
        <source>start the service</source>
        <translation>den Dienst starten</translation>
    </message>
    <message>
        <source>has %1 votes and needs %2</source>
        <translation>hat %1 Stimmen und braucht %2</translation>
    </message>
    <message>
        <source>has %1 votes and needs %2: it stops when one more is lost</source>
        <translation>hat %1 Stimmen und braucht %2: bei einer weniger steht sie still</translation>
    </message>
    <message>
        <source>bring the missing members or the witness back first</source>
        <translation>zuerst die fehlenden Mitglieder oder den Zeugen zurückholen</translation>
    </message>
    <message>
        <source>the witness is not configured correctly</source>
        <translation>der Zeuge ist nicht richtig eingerichtet</translation>
    </message>
    <message>
        <source>check the witness server and its share</source>
        <translation>den Zeugenserver und seine Freigabe prüfen</translation>
    </message>
    <message>
        <source>is stopped in %1</source>
        <translation>ist in %1 gestoppt</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 waren nicht zu lesen: %2</translation>
    </message>
    <message>
        <source>mounting</source>
        <translation>wird eingebunden</translation>
    </message>
    <message>
        <source>dismounting</source>
        <translation>wird ausgehängt</translation>
    </message>
    <message>
        <source>initializing, usually under 30 seconds</source>
        <translation>wird vorbereitet, meist unter 30 Sekunden</translation>
    </message>
    <message>
        <source>was healthy, cannot reach the active copy</source>
        <translation>war gesund, erreicht die aktive Kopie nicht</translation>
    </message>
    <message>
        <source>was resynchronizing, cannot reach the active copy</source>
        <translation>war beim Abgleich, erreicht die aktive Kopie nicht</translation>
    </message>
    <message>
        <source>resynchronizing with the active copy</source>
        <translation>gleicht mit der aktiven Kopie ab</translation>
    </message>
    <message>
        <source>being seeded</source>
        <translation>wird geseedet</translation>
    </message>
    <message>
        <source>is the source of a seed: leave this server up</source>
        <translation>ist Quelle eines Seedings: diesen Server oben lassen</translation>
    </message>
    <message>
        <source>repairing a page</source>
        <translation>repariert eine Seite</translation>
    </message>
    <message>
        <source>suspended by an administrator</source>
        <translation>von einem Administrator angehalten</translation>
    </message>
    <message>
        <source>replicated by another product</source>
        <translation>von einem anderen Produkt repliziert</translation>
    </message>
    <message>
        <source>not mounted: its users have no mailbox</source>
        <translation>nicht eingebunden: ihre Benutzer haben kein Postfach</translation>
    </message>
    <message>
        <source>replication failed</source>
        <translation>Replikation ausgefallen</translation>
    </message>
    <message>
        <source>failed and suspended</source>
        <translation>ausgefallen und angehalten</translation>
    </message>
    <message>
        <source>the replication service does not answer</source>
        <translation>der Replikationsdienst antwortet nicht</translation>
    </message>
    <message>
        <source>misconfigured</source>
        <translation>falsch eingerichtet</translation>
    </message>
    <message>
        <source>status “%1” is not known</source>
        <translation>Status „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>copy queue is %1</source>
        <translation>Kopierwarteschlange ist %1</translation>
    </message>
    <message>
        <source>replay queue is %1</source>
        <translation>Wiedergabewarteschlange ist %1</translation>
    </message>
    <message>
        <source>content index is %1</source>
        <translation>Inhaltsindex ist %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 durch %2</translation>
    </message>
    <message>
        <source>%1 by %2 since %3</source>
        <translation>%1 durch %2 seit %3</translation>
    </message>
    <message>
        <source>activation is suspended</source>
        <translation>Aktivierung ist angehalten</translation>
    </message>
    <message>
        <source>queue lengths are stale</source>
        <translation>Warteschlangenlängen sind veraltet</translation>
    </message>
    <message>
        <source>lagged copy</source>
        <translation>verzögerte Kopie</translation>
    </message>
    <message>
        <source>state “%1” is not known</source>
        <translation>Zustand „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>because ServerWideOffline is not Active</source>
        <translation>weil ServerWideOffline nicht Active ist</translation>
    </message>
    <message>
        <source>%1, and who holds it down could not be read</source>
        <translation>%1, und wer sie unten hält, war nicht zu lesen</translation>
    </message>
    <message>
        <source>%1, and nobody holds it down</source>
        <translation>%1, und niemand hält sie unten</translation>
    </message>
    <message>
        <source>poison messages: %1</source>
        <translation>vergiftete Nachrichten: %1</translation>
    </message>
    <message>
        <source>messages without a route: %1</source>
        <translation>Nachrichten ohne Weg: %1</translation>
    </message>
    <message>
        <source>queue is suspended</source>
        <translation>Warteschlange ist angehalten</translation>
    </message>
    <message>
        <source>waiting to retry</source>
        <translation>wartet auf neuen Versuch</translation>
    </message>
    <message>
        <source>waiting to retry: %1</source>
        <translation>wartet auf neuen Versuch: %1</translation>
    </message>
    <message>
        <source>activation policy is Blocked</source>
        <translation>Aktivierungsrichtlinie ist Blocked</translation>
    </message>
    <message>
        <source>on the way into maintenance</source>
        <translation>auf dem Weg in die Wartung</translation>
    </message>
    <message>
        <source>in maintenance</source>
        <translation>in Wartung</translation>
    </message>
    <message>
        <source>on the way back into service</source>
        <translation>auf dem Weg zurück in den Dienst</translation>
    </message>
    <message>
        <source>partly in maintenance: components, node and activation policy do not fit together</source>
        <translation>teilweise in Wartung: Komponenten, Knoten und Aktivierungsrichtlinie passen nicht zusammen</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>its component states were not read</source>
        <translation>seine Komponentenzustände wurden nicht gelesen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 could not be read: %3</source>
        <translation>%1 von %2 waren nicht zu lesen: %3</translation>
    </message>
    <message>
        <source>%1 of %2 could not be read</source>
        <translation>%1 von %2 waren nicht zu lesen</translation>
    </message>
    <message>
        <source>activation policy of %1 is %2</source>
        <translation>Aktivierungsrichtlinie von %1 ist %2</translation>
    </message>
    <message>
        <source>MoveNow is set on %1</source>
        <translation>MoveNow ist auf %1 gesetzt</translation>
    </message>
    <message>
        <source>MoveNow is not set on %1</source>
        <translation>MoveNow ist auf %1 nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 is %2 by %3</source>
        <translation>%1 ist %2 durch %3</translation>
    </message>
    <message>
        <source>%1 by %2 is %3 in the registry and %4 in the directory</source>
        <translation>%1 durch %2 ist %3 in der Registrierung und %4 im Verzeichnis</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>%1 is %2 (%3)</source>
        <translation>%1 ist %2 (%3)</translation>
    </message>
    <message>
        <source>components inactive: %1</source>
        <translation>inaktive Komponenten: %1</translation>
    </message>
    <message>
        <source>components not inactive: %1</source>
        <translation>nicht inaktive Komponenten: %1</translation>
    </message>
    <message>
        <source>node %1 is %2</source>
        <translation>Knoten %1 ist %2</translation>
    </message>
    <message>
        <source>%1 is in no DAG</source>
        <translation>%1 ist in keiner DAG</translation>
    </message>
    <message>
        <source>primary active manager is %1</source>
        <translation>Primary Active Manager ist %1</translation>
    </message>
    <message>
        <source>no replicated database is active on %1</source>
        <translation>keine replizierte Datenbank ist auf %1 aktiv</translation>
    </message>
    <message>
        <source>still active on %1: %2</source>
        <translation>noch aktiv auf %1: %2</translation>
    </message>
    <message>
        <source>messages queued on %1: %2</source>
        <translation>wartende Nachrichten auf %1: %2</translation>
    </message>
    <message>
        <source>%1 was never changed by %2</source>
        <translation>%1 wurde von %2 nie geändert</translation>
    </message>
    <message>
        <source>when %1 started could not be read</source>
        <translation>wann %1 gestartet ist, war nicht zu lesen</translation>
    </message>
    <message>
        <source>%1 runs since %2</source>
        <translation>%1 läuft seit %2</translation>
    </message>
    <message>
        <source>copies healthy on %1: %2</source>
        <translation>gesunde Kopien auf %1: %2</translation>
    </message>
    <message>
        <source>not caught up on %1: %2</source>
        <translation>auf %1 noch nicht aufgeholt: %2</translation>
    </message>
    <message>
        <source>every database has a good copy elsewhere</source>
        <translation>jede Datenbank hat anderswo eine gute Kopie</translation>
    </message>
    <message>
        <source>no good copy elsewhere: %1</source>
        <translation>keine gute Kopie anderswo: %1</translation>
    </message>
    <message>
        <source>every component of %1 but Monitoring and RecoveryActionsEnabled is Inactive</source>
        <translation>jede Komponente von %1 außer Monitoring und RecoveryActionsEnabled ist Inactive</translation>
    </message>
    <message>
        <source>%1 is not primary active manager</source>
        <translation>%1 ist nicht Primary Active Manager</translation>
    </message>
    <message>
        <source>the queues of %1 are empty, shadow and poison left out</source>
        <translation>die Warteschlangen von %1 sind leer, Schatten- und Giftwarteschlangen ausgenommen</translation>
    </message>
    <message>
        <source>%1 was started after %2 was changed</source>
        <translation>%1 wurde gestartet, nachdem %2 geändert war</translation>
    </message>
    <message>
        <source>every copy on %1 is healthy and has caught up</source>
        <translation>jede Kopie auf %1 ist gesund und hat aufgeholt</translation>
    </message>
    <message>
        <source>every replicated database on %1 has a good copy elsewhere</source>
        <translation>jede replizierte Datenbank auf %1 hat anderswo eine gute Kopie</translation>
    </message>
    <message>
        <source>Best-copy selection leaves the server out.</source>
        <translation>Die Auswahl der besten Kopie lässt den Server aus.</translation>
    </message>
    <message>
        <source>%1 serves again.</source>
        <translation>%1 ist wieder in Betrieb.</translation>
    </message>
    <message>
        <source>%1 was not Active before the maintenance: that is restored.</source>
        <translation>%1 war vor der Wartung nicht Active: das wird wiederhergestellt.</translation>
    </message>
    <message>
        <source>Calls under way are finished, no new ones are taken.</source>
        <translation>Laufende Anrufe werden beendet, neue nicht angenommen.</translation>
    </message>
    <message>
        <source>already so: would be skipped</source>
        <translation>schon so: würde übersprungen</translation>
    </message>
    <message>
        <source>cannot tell: %1</source>
        <translation>nicht zu sagen: %1</translation>
    </message>
    <message>
        <source>would read and wait</source>
        <translation>würde lesen und warten</translation>
    </message>
    <message>
        <source>would run</source>
        <translation>würde laufen</translation>
    </message>
    <message>
        <source>Record the settings of %1</source>
        <translation>Einstellungen von %1 festhalten</translation>
    </message>
    <message>
        <source>What is there now is kept in the journal, and exactly that is restored later.</source>
        <translation>Was jetzt da ist, steht im Journal, und genau das wird später wiederhergestellt.</translation>
    </message>
    <message>
        <source>Block activation on %1</source>
        <translation>Aktivierung auf %1 sperren</translation>
    </message>
    <message>
        <source>No database is activated on the server any more, whatever fails elsewhere.</source>
        <translation>Auf dem Server wird keine Datenbank mehr aktiviert, was anderswo auch ausfällt.</translation>
    </message>
    <message>
        <source>Drain transport on %1</source>
        <translation>Transport auf %1 leeren</translation>
    </message>
    <message>
        <source>The server takes no new mail and hands on what it has.</source>
        <translation>Der Server nimmt keine neue Post an und gibt weiter, was er hat.</translation>
    </message>
    <message>
        <source>Restart transport on %1</source>
        <translation>Transport auf %1 neu starten</translation>
    </message>
    <message>
        <source>The transport service notices the new state when it starts.</source>
        <translation>Der Transportdienst bemerkt den neuen Zustand beim Start.</translation>
    </message>
    <message>
        <source>Pause the cluster node %1</source>
        <translation>Clusterknoten %1 anhalten</translation>
    </message>
    <message>
        <source>The node cannot become primary active manager; it still votes. Runs on the server itself.</source>
        <translation>Der Knoten kann nicht Primary Active Manager werden; er stimmt weiter ab. Läuft auf dem Server selbst.</translation>
    </message>
    <message>
        <source>Move the active databases off %1</source>
        <translation>Aktive Datenbanken von %1 wegbewegen</translation>
    </message>
    <message>
        <source>Exchange activates the best copy elsewhere. The primary active manager leaves by itself.</source>
        <translation>Exchange aktiviert anderswo die beste Kopie. Der Primary Active Manager geht von selbst.</translation>
    </message>
    <message>
        <source>Redirect queued messages to %1</source>
        <translation>Wartende Nachrichten nach %1 umleiten</translation>
    </message>
    <message>
        <source>Messages that wait on the server are handed to %1 and delivered from there.</source>
        <translation>Auf dem Server wartende Nachrichten gehen an %1 und werden von dort zugestellt.</translation>
    </message>
    <message>
        <source>Wait for the queues of %1 to drain</source>
        <translation>Warten, bis die Warteschlangen von %1 leer sind</translation>
    </message>
    <message>
        <source>Shadow and poison queues are left out: they never drain.</source>
        <translation>Schatten- und Giftwarteschlangen zählen nicht: sie leeren sich nie.</translation>
    </message>
    <message>
        <source>Take all components of %1 offline</source>
        <translation>Alle Komponenten von %1 offline nehmen</translation>
    </message>
    <message>
        <source>ServerWideOffline is the master switch: client access goes elsewhere.</source>
        <translation>ServerWideOffline ist der Hauptschalter: Clientzugriffe gehen anderswohin.</translation>
    </message>
    <message>
        <source>Verify that %1 is in maintenance</source>
        <translation>Prüfen, dass %1 in Wartung ist</translation>
    </message>
    <message>
        <source>Everything is read again; no answer of a command is taken for proof.</source>
        <translation>Alles wird neu gelesen; die Antwort eines Befehls gilt nicht als Beweis.</translation>
    </message>
    <message>
        <source>Resume the cluster node %1</source>
        <translation>Clusterknoten %1 fortsetzen</translation>
    </message>
    <message>
        <source>The node may be primary active manager again. Runs on the server itself.</source>
        <translation>Der Knoten darf wieder Primary Active Manager sein. Läuft auf dem Server selbst.</translation>
    </message>
    <message>
        <source>Restore MoveNow of %1</source>
        <translation>MoveNow von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>It was set before the maintenance, and stays set.</source>
        <translation>Es war vor der Wartung gesetzt und bleibt gesetzt.</translation>
    </message>
    <message>
        <source>Databases may be active on the server again.</source>
        <translation>Datenbanken dürfen auf dem Server wieder aktiv sein.</translation>
    </message>
    <message>
        <source>Restore the activation policy of %1</source>
        <translation>Aktivierungsrichtlinie von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>It was %1 before the maintenance.</source>
        <translation>Vor der Wartung war sie %1.</translation>
    </message>
    <message>
        <source>What it was before is not known: %1 is the documented default.</source>
        <translation>Was sie vorher war, ist nicht bekannt: %1 ist die dokumentierte Vorgabe.</translation>
    </message>
    <message>
        <source>Clear what an update left behind on %1</source>
        <translation>Aufräumen, was ein Update auf %1 hinterlassen hat</translation>
    </message>
    <message>
        <source>Setup takes components down as Functional and puts them back only when it succeeds.</source>
        <translation>Das Setup nimmt Komponenten als Functional herunter und setzt sie nur zurück, wenn es gelingt.</translation>
    </message>
    <message>
        <source>Start services of %1</source>
        <translation>Dienste von %1 starten</translation>
    </message>
    <message>
        <source>Wait for the copies on %1 to catch up</source>
        <translation>Warten, bis die Kopien auf %1 aufgeholt haben</translation>
    </message>
    <message>
        <source>Until then the server is no redundancy, and no other member should be taken down.</source>
        <translation>Bis dahin ist der Server keine Redundanz, und kein anderes Mitglied sollte heruntergenommen werden.</translation>
    </message>
    <message>
        <source>%1 was not in service before the maintenance: it is brought back to that, not into service</source>
        <translation>%1 war vor der Wartung nicht im Dienst: genau das wird wiederhergestellt, nicht der Dienst</translation>
    </message>
    <message>
        <source>Verify that %1 is as it was: not in service</source>
        <translation>Prüfen, dass %1 ist, wie es war: nicht im Dienst</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>Andere Läufe</translation>
    </message>
    <message>
        <source>none under way on the server or in its DAG, none left unfinished</source>
        <translation>keiner im Gange auf dem Server oder in seiner DAG, keiner unbeendet</translation>
    </message>
    <message>
        <source>Two runs at a time undo each other&apos;s work, and an unfinished one knows the settings to restore.</source>
        <translation>Zwei Läufe zugleich machen einander die Arbeit zunichte, und ein unbeendeter kennt die Einstellungen, die wiederherzustellen sind.</translation>
    </message>
    <message>
        <source>%1 is under way</source>
        <translation>%1 ist im Gange</translation>
    </message>
    <message>
        <source>%1 is unfinished: resume it, or close it as it is</source>
        <translation>%1 ist unbeendet: fortsetzen, oder so beenden, wie es ist</translation>
    </message>
    <message>
        <source>whether it is active on %1 is not told of %2</source>
        <translation>ob sie auf %1 aktiv ist, wird nicht gesagt: %2</translation>
    </message>
    <message>
        <source>queue lengths are not told</source>
        <translation>die Längen der Warteschlangen werden nicht gesagt</translation>
    </message>
    <message>
        <source>Verify that %1 is back in service</source>
        <translation>Prüfen, dass %1 wieder im Dienst ist</translation>
    </message>
    <message>
        <source>Set %1 %2</source>
        <translation>%1 auf %2 setzen</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 antwortet</translation>
    </message>
    <message>
        <source>components, services and cluster node can be read</source>
        <translation>Komponenten, Dienste und Clusterknoten sind lesbar</translation>
    </message>
    <message>
        <source>What cannot be read cannot be verified.</source>
        <translation>Was nicht zu lesen ist, ist nicht zu prüfen.</translation>
    </message>
    <message>
        <source>all of it was read</source>
        <translation>alles wurde gelesen</translation>
    </message>
    <message>
        <source>could not be read: %1</source>
        <translation>nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>The account may do all of it</source>
        <translation>Das Konto darf das alles</translation>
    </message>
    <message>
        <source>every cmdlet and parameter of the plan is granted</source>
        <translation>jedes Cmdlet und jeder Parameter des Plans ist erlaubt</translation>
    </message>
    <message>
        <source>A maintenance that stops half way for lack of a role is worse than none.</source>
        <translation>Eine Wartung, die auf halbem Weg an einer Rolle scheitert, ist schlimmer als keine.</translation>
    </message>
    <message>
        <source>this session is read-only</source>
        <translation>diese Sitzung ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the server could not be asked</source>
        <translation>der Server konnte nicht gefragt werden</translation>
    </message>
    <message>
        <source>%1 is not granted</source>
        <translation>%1 ist nicht erlaubt</translation>
    </message>
    <message>
        <source>cmdlets granted: %1</source>
        <translation>erlaubte Cmdlets: %1</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>Zustand von %1</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Steps that are already so are skipped, and what is there now is what is restored later.</source>
        <translation>Schon erledigte Schritte werden übersprungen, und was jetzt da ist, wird später wiederhergestellt.</translation>
    </message>
    <message>
        <source>Steps that are already so are skipped.</source>
        <translation>Schon erledigte Schritte werden übersprungen.</translation>
    </message>
    <message>
        <source>Good copies of every database elsewhere</source>
        <translation>Gute Kopien jeder Datenbank anderswo</translation>
    </message>
    <message>
        <source>at least %1 of each</source>
        <translation>mindestens %1 von jeder</translation>
    </message>
    <message>
        <source>Databases move to these copies, and the next failure is survived by them alone.</source>
        <translation>Die Datenbanken gehen auf diese Kopien über; den nächsten Ausfall überstehen nur sie.</translation>
    </message>
    <message>
        <source>no replicated database has a copy on %1</source>
        <translation>keine replizierte Datenbank hat eine Kopie auf %1</translation>
    </message>
    <message>
        <source>the databases could not be read</source>
        <translation>die Datenbanken waren nicht zu lesen</translation>
    </message>
    <message>
        <source>Databases whose only copy is here</source>
        <translation>Datenbanken, deren einzige Kopie hier ist</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>They cannot move: their users have no mailbox while the server is down.</source>
        <translation>Sie können nicht weg: ihre Benutzer haben kein Postfach, solange der Server unten ist.</translation>
    </message>
    <message>
        <source>Other members</source>
        <translation>Andere Mitglieder</translation>
    </message>
    <message>
        <source>all are serving</source>
        <translation>alle in Betrieb</translation>
    </message>
    <message>
        <source>Each member that is down takes its copies with it.</source>
        <translation>Jedes Mitglied, das unten ist, nimmt seine Kopien mit.</translation>
    </message>
    <message>
        <source>Votes of the cluster</source>
        <translation>Stimmen des Clusters</translation>
    </message>
    <message>
        <source>a majority without %1</source>
        <translation>eine Mehrheit ohne %1</translation>
    </message>
    <message>
        <source>Without a majority every database of the DAG is dismounted.</source>
        <translation>Ohne Mehrheit wird jede Datenbank der DAG ausgehängt.</translation>
    </message>
    <message>
        <source>the cluster did not tell</source>
        <translation>der Cluster hat es nicht gesagt</translation>
    </message>
    <message>
        <source>%1 of %2 votes, %3 needed</source>
        <translation>%1 von %2 Stimmen, %3 nötig</translation>
    </message>
    <message>
        <source>Where queued messages go</source>
        <translation>Wohin wartende Nachrichten gehen</translation>
    </message>
    <message>
        <source>a member in service with HubTransport Active</source>
        <translation>ein Mitglied im Dienst mit HubTransport Active</translation>
    </message>
    <message>
        <source>Messages that stay behind wait until the server is back.</source>
        <translation>Was zurückbleibt, wartet, bis der Server wieder da ist.</translation>
    </message>
    <message>
        <source>nowhere, as chosen: the queues must drain by themselves</source>
        <translation>nirgendwohin, wie gewählt: die Warteschlangen müssen sich selbst leeren</translation>
    </message>
    <message>
        <source>no member can take mail</source>
        <translation>kein Mitglied kann Post annehmen</translation>
    </message>
    <message>
        <source>%1 cannot take mail now</source>
        <translation>%1 kann jetzt keine Post annehmen</translation>
    </message>
    <message>
        <source>Transport queues</source>
        <translation>Transportwarteschlangen</translation>
    </message>
    <message>
        <source>readable, and moving</source>
        <translation>lesbar und in Bewegung</translation>
    </message>
    <message>
        <source>A queue that is stuck now will not drain later.</source>
        <translation>Eine Warteschlange, die jetzt klemmt, leert sich auch später nicht.</translation>
    </message>
    <message>
        <source>the queues could not be read</source>
        <translation>die Warteschlangen waren nicht zu lesen</translation>
    </message>
    <message>
        <source>messages queued: %1</source>
        <translation>wartende Nachrichten: %1</translation>
    </message>
    <message>
        <source>Backups and seeds under way</source>
        <translation>Laufende Sicherungen und Seedings</translation>
    </message>
    <message>
        <source>They would be cut off and start over.</source>
        <translation>Sie würden abgebrochen und begännen von vorn.</translation>
    </message>
    <message>
        <source>Primary active manager</source>
        <translation>Primary Active Manager</translation>
    </message>
    <message>
        <source>known; it leaves the server by itself</source>
        <translation>bekannt; er verlässt den Server von selbst</translation>
    </message>
    <message>
        <source>It decides where databases are mounted, and moves when activation is blocked here.</source>
        <translation>Er entscheidet, wo Datenbanken eingebunden sind, und geht weg, wenn hier die Aktivierung gesperrt ist.</translation>
    </message>
    <message>
        <source>Settings that someone else has made</source>
        <translation>Einstellungen, die jemand anderes gemacht hat</translation>
    </message>
    <message>
        <source>activation is not blocked, MoveNow is not set, no component is held down</source>
        <translation>Aktivierung nicht gesperrt, MoveNow nicht gesetzt, keine Komponente unten gehalten</translation>
    </message>
    <message>
        <source>They are kept: reinstating brings the server back to exactly this.</source>
        <translation>Sie bleiben: die Rückkehr bringt den Server genau hierhin zurück.</translation>
    </message>
    <message>
        <source>Services of %1</source>
        <translation>Dienste von %1</translation>
    </message>
    <message>
        <source>replication, cluster and transport run</source>
        <translation>Replikation, Cluster und Transport laufen</translation>
    </message>
    <message>
        <source>Without them the server cannot take databases or mail.</source>
        <translation>Ohne sie kann der Server weder Datenbanken noch Post annehmen.</translation>
    </message>
    <message>
        <source>the services could not be read</source>
        <translation>die Dienste waren nicht zu lesen</translation>
    </message>
    <message>
        <source>Settings from before the maintenance</source>
        <translation>Einstellungen von vor der Wartung</translation>
    </message>
    <message>
        <source>recorded in the journal</source>
        <translation>im Journal festgehalten</translation>
    </message>
    <message>
        <source>a second reading that says the same</source>
        <translation>eine zweite Lesung, die dasselbe sagt</translation>
    </message>
    <message>
        <source>least: %1, of %2</source>
        <translation>am wenigsten: %1, von %2</translation>
    </message>
    <message>
        <source>all run</source>
        <translation>alle laufen</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Entering</source>
        <translation>Geht in Wartung</translation>
    </message>
    <message>
        <source>In maintenance</source>
        <translation>In Wartung</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>Kehrt zurück</translation>
    </message>
    <message>
        <source>Inconsistent</source>
        <translation>Uneinheitlich</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>an answer; the last reading failed: %1</source>
        <translation>eine Antwort; zuletzt nicht gelesen: %1</translation>
    </message>
    <message>
        <source>What ran before runs again: IMAP and POP stop with their components.</source>
        <translation>Was vorher lief, läuft wieder: IMAP und POP halten mit ihren Komponenten an.</translation>
    </message>
    <message>
        <source>recorded by %1</source>
        <translation>aufgezeichnet von %1</translation>
    </message>
    <message>
        <source>no unfinished run has changed the server</source>
        <translation>kein unfertiger Lauf hat den Server geändert</translation>
    </message>
    <message>
        <source>taken over from %1, which did not come to its end</source>
        <translation>übernommen von %1, der nicht zu Ende kam</translation>
    </message>
    <message>
        <source>What that run changed is not what was there before: reinstating restores these.</source>
        <translation>Was dieser Lauf geändert hat, ist nicht, was vorher war: beim Zurückholen wird dies wiederhergestellt.</translation>
    </message>
    <message>
        <source>servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>%1: gone on without it: %2</source>
        <translation>%1: ohne dies weitergegangen: %2</translation>
    </message>
    <message>
        <source>the entries of %1 could not be read from the registry</source>
        <translation>die Einträge von %1 waren aus der Registrierung nicht zu lesen</translation>
    </message>
    <message>
        <source>the entries of %1 could not be read from the directory</source>
        <translation>die Einträge von %1 waren aus dem Verzeichnis nicht zu lesen</translation>
    </message>
    <message>
        <source>cluster node</source>
        <translation>Clusterknoten</translation>
    </message>
    <message>
        <source>Check every component of %1</source>
        <translation>Jede Komponente von %1 prüfen</translation>
    </message>
    <message>
        <source>What something else than a maintenance holds down is left as it is, and named here.</source>
        <translation>Was etwas anderes als eine Wartung herunten hält, bleibt so und wird hier genannt.</translation>
    </message>
    <message>
        <source>Databases that are not mounted stay so, and their users have no mailbox.</source>
        <translation>Nicht eingebundene Datenbanken bleiben so, und ihre Benutzer haben kein Postfach.</translation>
    </message>
    <message>
        <source>databases mounted elsewhere: %1</source>
        <translation>anderswo eingebundene Datenbanken: %1</translation>
    </message>
    <message>
        <source>not mounted on another server: %1</source>
        <translation>auf keinem anderen Server eingebunden: %1</translation>
    </message>
    <message>
        <source>every component of %1 serves</source>
        <translation>jede Komponente von %1 ist in Betrieb</translation>
    </message>
    <message>
        <source>components that do not serve: %1</source>
        <translation>Komponenten, die nicht in Betrieb sind: %1</translation>
    </message>
    <message>
        <source>messages that stay on %1: %2</source>
        <translation>Nachrichten, die auf %1 bleiben: %2</translation>
    </message>
    <message>
        <source>the queues of %1 could be read</source>
        <translation>die Warteschlangen von %1 konnten gelesen werden</translation>
    </message>
    <message>
        <source>The messages stay on the server and are delivered when it is back in service.</source>
        <translation>Die Nachrichten bleiben auf dem Server und werden zugestellt, wenn er wieder in Betrieb ist.</translation>
    </message>
    <message>
        <source>Copies that have not caught up protect nothing until they have.</source>
        <translation>Kopien, die nicht aufgeholt haben, schützen bis dahin nichts.</translation>
    </message>
    <message>
        <source>The services stay stopped, and their clients are not served.</source>
        <translation>Die Dienste bleiben angehalten, und ihre Clients werden nicht bedient.</translation>
    </message>
    <message>
        <source>The components stay as they are.</source>
        <translation>Die Komponenten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Exchange setup on %1</source>
        <translation>Exchange-Setup auf %1</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>Setup stops services and takes components down and up by itself.</source>
        <translation>Das Setup hält Dienste an und nimmt Komponenten selbst herunter und herauf.</translation>
    </message>
    <message>
        <source>ExSetup is running</source>
        <translation>ExSetup läuft</translation>
    </message>
    <message>
        <source>Cluster node of %1</source>
        <translation>Clusterknoten von %1</translation>
    </message>
    <message>
        <source>Up: it is paused</source>
        <translation>Up: er wird angehalten</translation>
    </message>
    <message>
        <source>A node that is down or does not answer is not paused, and is in no step of the plan.</source>
        <translation>Ein Knoten, der nicht läuft oder nicht antwortet, wird nicht angehalten und kommt im Plan nicht vor.</translation>
    </message>
    <message>
        <source>whether MoveNow of %1 is set could not be read</source>
        <translation>ob MoveNow von %1 gesetzt ist, war nicht lesbar</translation>
    </message>
    <message>
        <source>Databases of %1 that are not mounted</source>
        <translation>Nicht eingebundene Datenbanken von %1</translation>
    </message>
    <message>
        <source>A database that is not mounted now is not mounted by a move either.</source>
        <translation>Eine Datenbank, die jetzt nicht eingebunden ist, wird auch durch ein Verschieben nicht eingebunden.</translation>
    </message>
    <message>
        <source>%1 is paused, and its vote is lost when it restarts; without this server there are %2 votes, %3 needed</source>
        <translation>%1 ist angehalten, und seine Stimme fehlt, wenn er neu startet; ohne diesen Server sind es %2 Stimmen, %3 nötig</translation>
    </message>
    <message>
        <source>What an update left behind</source>
        <translation>Was ein Update hinterlassen hat</translation>
    </message>
    <message>
        <source>Setup takes components down as Functional until it succeeds: the server may be half updated. The plan clears them, and mail and clients come back.</source>
        <translation>Das Setup nimmt Komponenten als Functional herunter, bis es gelingt: der Server ist vielleicht halb aktualisiert. Der Plan setzt sie zurück, und E-Mail und Clients kommen wieder.</translation>
    </message>
    <message>
        <source>Exactly these are restored. Without a record the operator chooses what is set.</source>
        <translation>Genau diese werden wiederhergestellt. Ohne Aufzeichnung wählt der Bediener, was gesetzt wird.</translation>
    </message>
    <message>
        <source>the record cannot be read, and an older one may be wrong</source>
        <translation>die Aufzeichnung ist nicht lesbar, und eine ältere kann falsch sein</translation>
    </message>
    <message>
        <source>no record, and no choice of the policy and of MoveNow</source>
        <translation>keine Aufzeichnung, und Richtlinie und MoveNow sind nicht gewählt</translation>
    </message>
    <message>
        <source>no record; as chosen: policy %1, MoveNow %2, node Up</source>
        <translation>keine Aufzeichnung; wie gewählt: Richtlinie %1, MoveNow %2, Knoten Up</translation>
    </message>
    <message>
        <source>no record; outside a DAG there is nothing of it to restore</source>
        <translation>keine Aufzeichnung; außerhalb einer DAG ist davon nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>it is so, and must still be so at %1</source>
        <translation>es ist so, und muss um %1 noch so sein</translation>
    </message>
    <message>
        <source>Not managed</source>
        <translation>Nicht verwaltet</translation>
    </message>
    <message>
        <source>%1: not managed here</source>
        <translation>%1: wird hier nicht verwaltet</translation>
    </message>
    <message>
        <source>not mounted, and its MountAtStartup is False</source>
        <translation>nicht eingebunden, und ihr MountAtStartup ist False</translation>
    </message>
    <message>
        <source>recovery database: it has no users</source>
        <translation>Wiederherstellungsdatenbank: sie hat keine Benutzer</translation>
    </message>
    <message>
        <source>queue length not known, the active copy&apos;s server does not publish its last log</source>
        <translation>Warteschlangenlänge nicht bekannt, der Server der aktiven Kopie veröffentlicht sein letztes Protokoll nicht</translation>
    </message>
    <message>
        <source>status is %1</source>
        <translation>Status ist %1</translation>
    </message>
    <message>
        <source>activation is blocked on %1</source>
        <translation>die Aktivierung ist auf %1 gesperrt</translation>
    </message>
    <message>
        <source>%1 moves its databases away</source>
        <translation>%1 gibt seine Datenbanken ab</translation>
    </message>
    <message>
        <source>HighAvailability of %1 is %2</source>
        <translation>HighAvailability von %1 ist %2</translation>
    </message>
    <message>
        <source>%1 has its maximum of active databases: %2</source>
        <translation>%1 hat seine Höchstzahl aktiver Datenbanken: %2</translation>
    </message>
    <message>
        <source>%1 takes databases of its own site only</source>
        <translation>%1 nimmt nur Datenbanken seines eigenen Standorts</translation>
    </message>
    <message>
        <source>the copies on %1 could not be read</source>
        <translation>die Kopien auf %1 waren nicht lesbar</translation>
    </message>
    <message>
        <source>content index is Crawling, so this copy is taken last</source>
        <translation>Inhaltsindex ist Crawling, daher kommt diese Kopie zuletzt</translation>
    </message>
    <message>
        <source>look at MSExchangeRepl and at the cluster on %1, where the database is active</source>
        <translation>MSExchangeRepl und den Cluster auf %1 ansehen, wo die Datenbank aktiv ist</translation>
    </message>
    <message>
        <source>no good copy elsewhere: %1 (%2)</source>
        <translation>anderswo keine gute Kopie: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 has nowhere to go: %2</source>
        <translation>%1 kann nirgendwohin: %2</translation>
    </message>
    <message>
        <source>%1 goes to %2, where its content index is still crawling</source>
        <translation>%1 geht nach %2, wo der Inhaltsindex noch im Aufbau ist</translation>
    </message>
    <message>
        <source>admin audit log</source>
        <translation>Administratorüberwachungsprotokoll</translation>
    </message>
    <message>
        <source>%1 is being put into maintenance by %2 from %3 since %4</source>
        <translation>%1 wird von %2 an %3 seit %4 in Wartung genommen</translation>
    </message>
    <message>
        <source>%1 is being brought back into service by %2 from %3 since %4</source>
        <translation>%1 wird von %2 an %3 seit %4 wieder in Dienst genommen</translation>
    </message>
    <message>
        <source>without %1 %2 votes are up, %3 needed</source>
        <translation>ohne %1 sind %2 Stimmen da, %3 nötig</translation>
    </message>
    <message>
        <source>the cluster keeps its quorum without %1</source>
        <translation>der Cluster behält sein Quorum ohne %1</translation>
    </message>
    <message>
        <source>ExSetup is running on %1</source>
        <translation>ExSetup läuft auf %1</translation>
    </message>
    <message>
        <source>Exchange setup does not run on %1</source>
        <translation>auf %1 läuft kein Exchange-Setup</translation>
    </message>
    <message>
        <source>from the organisation&apos;s record: written by %1 from %2 at %3, run %4</source>
        <translation>aus der Aufzeichnung der Organisation: geschrieben von %1 an %2 um %3, Lauf %4</translation>
    </message>
    <message>
        <source>Record for other operators</source>
        <translation>Aufzeichnung für andere Bediener</translation>
    </message>
    <message>
        <source>the run is written into the admin audit log, and those of others are read there</source>
        <translation>der Lauf wird in das Administratorüberwachungsprotokoll geschrieben, und die anderer werden dort gelesen</translation>
    </message>
    <message>
        <source>Another account or computer sees there who is at work, and finds the settings to restore.</source>
        <translation>Ein anderes Konto oder ein anderer Rechner sieht dort, wer am Werk ist, und findet die wiederherzustellenden Einstellungen.</translation>
    </message>
    <message>
        <source>written and read; what is new can take minutes to show</source>
        <translation>geschrieben und gelesen; Neues kann erst nach Minuten zu sehen sein</translation>
    </message>
    <message>
        <source>the record is on this computer only: %1 is not granted</source>
        <translation>die Aufzeichnung ist nur auf diesem Rechner: %1 ist nicht erlaubt</translation>
    </message>
    <message>
        <source>runs of other operators are not seen: %1 is not granted</source>
        <translation>Läufe anderer Bediener sind nicht zu sehen: %1 ist nicht erlaubt</translation>
    </message>
    <message>
        <source>runs of other operators are not seen: the admin audit log could not be read</source>
        <translation>Läufe anderer Bediener sind nicht zu sehen: das Administratorüberwachungsprotokoll konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>The domain controller %1 does not answer: %2 is used, which may show later what was changed before</source>
        <translation>Der Domänencontroller %1 antwortet nicht: %2 wird verwendet, der frühere Änderungen vielleicht später zeigt</translation>
    </message>
    <message>
        <source>The domain controller %1 does not answer, and Exchange names no other: it chooses one for each cmdlet, which may show later what was changed before</source>
        <translation>Der Domänencontroller %1 antwortet nicht, und Exchange nennt keinen anderen: Es wählt für jedes Cmdlet einen, der vielleicht erst später zeigt, was vorher geändert wurde</translation>
    </message>
    <message>
        <source>%1, by hand</source>
        <translation>%1, von Hand</translation>
    </message>
    <message>
        <source>Your account may not use the endpoint of %1 itself. Run the commands there; the run goes on when their effect shows.</source>
        <translation>Ihr Konto darf den Endpunkt von %1 selbst nicht benutzen. Führen Sie die Befehle dort aus; der Lauf geht weiter, sobald ihre Wirkung zu sehen ist.</translation>
    </message>
    <message>
        <source>You have run the commands on %1 yourself. Exchange does not show their effect.</source>
        <translation>Sie haben die Befehle auf %1 selbst ausgeführt. Exchange zeigt ihre Wirkung nicht.</translation>
    </message>
    <message>
        <source>run on %1: %2 (now: %3)</source>
        <translation>auf %1 ausführen: %2 (jetzt: %3)</translation>
    </message>
    <message>
        <source>the account may not use the endpoint of %1 itself: its commands are run by hand</source>
        <translation>das Konto darf den Endpunkt von %1 selbst nicht benutzen: dessen Befehle werden von Hand ausgeführt</translation>
    </message>
    <message>
        <source>Clocks of the servers and of this computer</source>
        <translation>Uhren der Server und dieses Computers</translation>
    </message>
    <message>
        <source>at most %1 s apart</source>
        <translation>höchstens %1 s auseinander</translation>
    </message>
    <message>
        <source>Kerberos refuses clocks that are further apart, and of two entries of a component&apos;s state the newer one counts. Find out which clock is wrong, and set it by the domain&apos;s time service: w32tm /resync.</source>
        <translation>Kerberos lehnt Uhren ab, die weiter auseinander gehen, und von zwei Einträgen zum Status einer Komponente zählt der neuere. Stellen Sie fest, welche Uhr falsch geht, und stellen Sie sie mit dem Zeitdienst der Domäne: w32tm /resync.</translation>
    </message>
    <message>
        <source>the clock of %1 is %2 s ahead of this computer&apos;s</source>
        <translation>die Uhr von %1 geht gegenüber der dieses Computers %2 s vor</translation>
    </message>
    <message>
        <source>the clock of %1 is %2 s behind this computer&apos;s</source>
        <translation>die Uhr von %1 geht gegenüber der dieses Computers %2 s nach</translation>
    </message>
    <message>
        <source>unknown: no server has told its time</source>
        <translation>unbekannt: kein Server hat seine Zeit mitgeteilt</translation>
    </message>
    <message>
        <source>the server was taken down at %1, after the maintenance of the record %2 was over</source>
        <translation>der Server wurde um %1 in Wartung genommen, nachdem die Wartung der Aufzeichnung %2 zu Ende war</translation>
    </message>
    <message>
        <source>when %2 changed %1 could not be read</source>
        <translation>wann %2 %1 geändert hat, konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1, the certificate is valid until %2</source>
        <translation>%1, das Zertifikat gilt bis %2</translation>
    </message>
    <message>
        <source>the address is http: every message is sealed by the authentication</source>
        <translation>die Adresse ist http: Die Anmeldung versiegelt jede Nachricht</translation>
    </message>
    <message>
        <source>the address is http: nothing is encrypted</source>
        <translation>die Adresse ist http: Es wird nichts verschlüsselt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>Exchange answers on %1</source>
        <translation>Exchange antwortet auf %1</translation>
    </message>
    <message>
        <source>the server does not tell what is granted</source>
        <translation>der Server sagt nicht, was gewährt ist</translation>
    </message>
    <message>
        <source>not granted, so that no maintenance can run: %1</source>
        <translation>nicht gewährt, sodass keine Wartung laufen kann: %1</translation>
    </message>
    <message>
        <source>%1 is a member&apos;s own name</source>
        <translation>%1 ist der eigene Name eines Mitglieds</translation>
    </message>
    <message>
        <source>%1 is none of the servers: a load balancer may choose another one at any time. Their own names: %2</source>
        <translation>%1 ist keiner der Server: Ein Lastverteiler kann jederzeit einen anderen wählen. Ihre eigenen Namen: %2</translation>
    </message>
    <message>
        <source>its services were read</source>
        <translation>seine Dienste wurden gelesen</translation>
    </message>
    <message>
        <source>all that a maintenance needs is granted (cmdlets: %1)</source>
        <translation>gewährt ist alles, was eine Wartung braucht (Cmdlets: %1)</translation>
    </message>
    <message>
        <source>the connection is read-only (cmdlets granted: %1)</source>
        <translation>die Verbindung ist schreibgeschützt (gewährte Cmdlets: %1)</translation>
    </message>
    <message>
        <source>the certificate of its issuer is not known: %1</source>
        <translation>das Zertifikat seines Ausstellers ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>the server sent no certificate of its issuer, so that nothing leads to an authority</source>
        <translation>der Server hat kein Zertifikat seines Ausstellers geschickt, sodass nichts zu einer Zertifizierungsstelle führt</translation>
    </message>
    <message>
        <source>it is self-signed: no authority has issued it</source>
        <translation>es ist selbst signiert: Keine Zertifizierungsstelle hat es ausgestellt</translation>
    </message>
    <message>
        <source>its authority is not one that this computer trusts: %1</source>
        <translation>seine Zertifizierungsstelle ist keine, der dieser Computer vertraut: %1</translation>
    </message>
    <message>
        <source>it is not for %1</source>
        <translation>es gilt nicht für %1</translation>
    </message>
    <message>
        <source>it expired on %1</source>
        <translation>es ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>it is not valid before %1</source>
        <translation>es gilt nicht vor dem %1</translation>
    </message>
    <message>
        <source>it is for another purpose than to prove a server</source>
        <translation>es ist zu einem anderen Zweck da, als einen Server auszuweisen</translation>
    </message>
    <message>
        <source>it must not issue certificates, and has issued one</source>
        <translation>es darf keine Zertifikate ausstellen und hat eines ausgestellt</translation>
    </message>
    <message>
        <source>more authorities stand between it and its root than the root allows</source>
        <translation>zwischen ihm und seiner Stammstelle stehen mehr Stellen, als diese erlaubt</translation>
    </message>
    <message>
        <source>its signature is not that of its issuer</source>
        <translation>seine Signatur ist nicht die seines Ausstellers</translation>
    </message>
    <message>
        <source>it was revoked</source>
        <translation>es wurde widerrufen</translation>
    </message>
    <message>
        <source>its key is weak: %1 bits, and %2 are needed</source>
        <translation>sein Schlüssel ist schwach: %1 Bit, nötig sind %2</translation>
    </message>
    <message>
        <source>it is signed with MD5, which can be forged</source>
        <translation>es ist mit MD5 signiert, was sich fälschen lässt</translation>
    </message>
    <message>
        <source>it is signed with SHA-1, which can be forged</source>
        <translation>es ist mit SHA-1 signiert, was sich fälschen lässt</translation>
    </message>
    <message>
        <source>its names are outside of those that its issuer may certify (name constraints of %1)</source>
        <translation>seine Namen liegen außerhalb derer, die sein Aussteller bescheinigen darf (Namensbeschränkungen von %1)</translation>
    </message>
    <message>
        <source>it breaks a rule of the TLS library, which does not say which one</source>
        <translation>es bricht eine Regel der TLS-Bibliothek, die nicht sagt, welche</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>the endpoint of %1 itself is outside the trusted domains, so that it gets no user and password: its commands are run by hand</source>
        <translation>der Endpunkt von %1 selbst liegt außerhalb der vertrauten Domänen, sodass er weder Benutzer noch Kennwort bekommt: Seine Befehle werden von Hand ausgeführt</translation>
    </message>
    <message>
        <source>%1: the run needs a decision.</source>
        <translation>%1: Der Lauf braucht eine Entscheidung.</translation>
    </message>
    <message>
        <source>%1 is in maintenance.</source>
        <translation>%1 ist in Wartung.</translation>
    </message>
    <message>
        <source>%1 is in maintenance, with warnings.</source>
        <translation>%1 ist in Wartung, mit Warnungen.</translation>
    </message>
    <message>
        <source>%1 is reinstated.</source>
        <translation>%1 ist wieder in Betrieb.</translation>
    </message>
    <message>
        <source>%1 is reinstated, with warnings.</source>
        <translation>%1 ist wieder in Betrieb, mit Warnungen.</translation>
    </message>
    <message>
        <source>%1: the run failed.</source>
        <translation>%1: Der Lauf ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1: the outcome of a command is unknown.</source>
        <translation>%1: Der Ausgang eines Befehls ist unbekannt.</translation>
    </message>
    <message>
        <source>%1: the run was undone.</source>
        <translation>%1: Der Lauf wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1: the run was abandoned.</source>
        <translation>%1: Der Lauf wurde aufgegeben.</translation>
    </message>
    <message>
        <source>%1: the run has stopped, and can be continued.</source>
        <translation>%1: Der Lauf hat angehalten und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>This is a test of Drydock&apos;s notifications.</source>
        <translation>Dies ist ein Test der Benachrichtigungen von Drydock.</translation>
    </message>
    <message>
        <source>Step: %1.</source>
        <translation>Schritt: %1.</translation>
    </message>
    <message>
        <source>which server it prefers was not told</source>
        <translation>welchen Server sie bevorzugt, wurde nicht mitgeteilt</translation>
    </message>
    <message>
        <source>where it is mounted was not told</source>
        <translation>wo sie eingebunden ist, wurde nicht mitgeteilt</translation>
    </message>
    <message>
        <source>it is not mounted, and a move would not mount it</source>
        <translation>sie ist nicht eingebunden, und ein Verschieben würde sie nicht einbinden</translation>
    </message>
    <message>
        <source>a backup of it is under way and would be cut off</source>
        <translation>eine Sicherung von ihr läuft und würde abgebrochen</translation>
    </message>
    <message>
        <source>it was moved %1 times within the last hour: Exchange would suppress a further move</source>
        <translation>sie wurde in der letzten Stunde %1-mal verschoben: Exchange würde ein weiteres Verschieben unterdrücken</translation>
    </message>
    <message>
        <source>Exchange brings databases home by itself, at the latest at %1</source>
        <translation>Exchange bringt Datenbanken von selbst zurück, spätestens um %1</translation>
    </message>
    <message>
        <source>Exchange never brings databases home by itself: PreferenceMoveFrequency is disabled</source>
        <translation>Exchange bringt Datenbanken nie von selbst zurück: PreferenceMoveFrequency ist abgeschaltet</translation>
    </message>
    <message>
        <source>whether Exchange brings databases home by itself was not told (Exchange 2013 does not)</source>
        <translation>ob Exchange Datenbanken von selbst zurückbringt, wurde nicht mitgeteilt (Exchange 2013 tut es nicht)</translation>
    </message>
    <message>
        <source>operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>health checks of the load balancer</source>
        <translation>Zustandsprüfungen des Lastenausgleichs</translation>
    </message>
    <message>
        <source>pending restarts</source>
        <translation>ausstehende Neustarts</translation>
    </message>
    <message>
        <source>client connections</source>
        <translation>Client-Verbindungen</translation>
    </message>
    <message>
        <source>mailbox moves</source>
        <translation>Postfachverschiebungen</translation>
    </message>
    <message>
        <source>moves of databases</source>
        <translation>Umzüge von Datenbanken</translation>
    </message>
    <message>
        <source>Ask Exchange&apos;s own tests of %1</source>
        <translation>Die Tests von Exchange selbst für %1 befragen</translation>
    </message>
    <message>
        <source>What they find is kept with the run. What does not pass is a warning: it may be older than the maintenance.</source>
        <translation>Was sie ergeben, wird mit dem Lauf aufbewahrt. Was nicht besteht, ist eine Warnung: Es kann älter sein als die Wartung.</translation>
    </message>
    <message>
        <source>Move %1 from %2 to %3</source>
        <translation>%1 von %2 nach %3 verschieben</translation>
    </message>
    <message>
        <source>%1 is its preferred server: its copy there has the first activation preference.</source>
        <translation>%1 ist ihr bevorzugter Server: Ihre Kopie dort hat die erste Aktivierungspräferenz.</translation>
    </message>
    <message>
        <source>Verify that the moved databases of %1 are mounted where they belong</source>
        <translation>Prüfen, dass die verschobenen Datenbanken von %1 eingebunden sind, wo sie hingehören</translation>
    </message>
    <message>
        <source>%1 is mounted on %2</source>
        <translation>%1 ist auf %2 eingebunden</translation>
    </message>
    <message>
        <source>%1 is active on %2 and not mounted</source>
        <translation>%1 ist auf %2 aktiv und nicht eingebunden</translation>
    </message>
    <message>
        <source>%1 has no copy on %2</source>
        <translation>%1 hat keine Kopie auf %2</translation>
    </message>
    <message>
        <source>the copy of %1 on %2 can become active</source>
        <translation>die Kopie von %1 auf %2 kann aktiv werden</translation>
    </message>
    <message>
        <source>the databases of %1 are being brought home by %2 from %3 since %4</source>
        <translation>die Datenbanken von %1 werden von %2 von %3 aus seit %4 zurückgebracht</translation>
    </message>
    <message>
        <source>Databases away from their preferred server</source>
        <translation>Datenbanken, die nicht auf ihrem bevorzugten Server sind</translation>
    </message>
    <message>
        <source>each of them can go home</source>
        <translation>jede von ihnen kann zurückgebracht werden</translation>
    </message>
    <message>
        <source>One that cannot go home now stays where it is; the others are moved one after another.</source>
        <translation>Eine, die jetzt nicht zurückkann, bleibt, wo sie ist; die anderen werden eine nach der anderen verschoben.</translation>
    </message>
    <message>
        <source>every database is on its preferred server: there is nothing to do</source>
        <translation>jede Datenbank ist auf ihrem bevorzugten Server: Es gibt nichts zu tun</translation>
    </message>
    <message>
        <source>databases that cannot go home: %1; none can</source>
        <translation>Datenbanken, die nicht zurückkönnen: %1; keine kann es</translation>
    </message>
    <message>
        <source>databases that go home: %1; that cannot: %2</source>
        <translation>Datenbanken, die zurückgebracht werden: %1; die es nicht können: %2</translation>
    </message>
    <message>
        <source>databases that go home: %1</source>
        <translation>Datenbanken, die zurückgebracht werden: %1</translation>
    </message>
    <message>
        <source>The databases around %1 are on their preferred servers.</source>
        <translation>Die Datenbanken um %1 sind auf ihren bevorzugten Servern.</translation>
    </message>
    <message>
        <source>The databases around %1 are on their preferred servers, with warnings.</source>
        <translation>Die Datenbanken um %1 sind auf ihren bevorzugten Servern, mit Warnungen.</translation>
    </message>
    <message>
        <source>%1 has restarted, and is still in maintenance.</source>
        <translation>%1 ist neu gestartet und noch in Wartung.</translation>
    </message>
    <message>
        <source>%1 has restarted, with warnings, and is still in maintenance.</source>
        <translation>%1 ist mit Warnungen neu gestartet und noch in Wartung.</translation>
    </message>
    <message>
        <source>Pending restarts</source>
        <translation>Ausstehende Neustarts</translation>
    </message>
    <message>
        <source>An update of Exchange does not begin while a restart is pending, and a member that has to restart may do so while it stands in for this one.</source>
        <translation>Eine Aktualisierung von Exchange beginnt nicht, solange ein Neustart aussteht, und ein Mitglied, das neu starten muss, tut es vielleicht, während es für dieses einsteht.</translation>
    </message>
    <message>
        <source>a restart is pending: %1</source>
        <translation>ein Neustart steht aus: %1</translation>
    </message>
    <message>
        <source>Mailbox moves to or from databases of %1</source>
        <translation>Postfachverschiebungen in oder aus Datenbanken von %1</translation>
    </message>
    <message>
        <source>They are interrupted when their database moves, and wait while a copy is behind.</source>
        <translation>Sie werden unterbrochen, wenn ihre Datenbank umzieht, und warten, solange eine Kopie im Rückstand ist.</translation>
    </message>
    <message>
        <source>queued or under way: %1</source>
        <translation>vorgemerkt oder im Gange: %1</translation>
    </message>
    <message>
        <source>Room on the members that take over</source>
        <translation>Platz auf den Mitgliedern, die übernehmen</translation>
    </message>
    <message>
        <source>below the maximum of active databases of each, and %1 % of the disks free</source>
        <translation>jedes unter seiner Höchstzahl aktiver Datenbanken, und %1 % der Datenträger frei</translation>
    </message>
    <message>
        <source>A member at its maximum takes no further database, and one whose disk fills up dismounts those that it has.</source>
        <translation>Ein Mitglied an seiner Höchstzahl nimmt keine weitere Datenbank, und eines mit vollem Datenträger hebt die Einbindung derer auf, die es hat.</translation>
    </message>
    <message>
        <source>all have room</source>
        <translation>alle haben Platz</translation>
    </message>
    <message>
        <source>%1 takes no further database after the move: its maximum is %2</source>
        <translation>%1 nimmt nach dem Umzug keine weitere Datenbank: die Höchstzahl ist %2</translation>
    </message>
    <message>
        <source>%1 has %2 active databases after the move, more than its preferred maximum of %3</source>
        <translation>%1 hat nach dem Umzug %2 aktive Datenbanken, mehr als die bevorzugte Höchstzahl %3</translation>
    </message>
    <message>
        <source>%1: only %2 % of the disk are free</source>
        <translation>%1: nur %2 % des Datenträgers sind frei</translation>
    </message>
    <message>
        <source>%1: how much of the disk is free is not known</source>
        <translation>%1: wie viel des Datenträgers frei ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Client connections to %1</source>
        <translation>Client-Verbindungen zu %1</translation>
    </message>
    <message>
        <source>known; they leave with the load balancer</source>
        <translation>bekannt; sie gehen mit dem Lastenausgleich</translation>
    </message>
    <message>
        <source>Clients that are connected when all components go offline are cut off.</source>
        <translation>Clients, die verbunden sind, wenn alle Komponenten offline gehen, werden getrennt.</translation>
    </message>
    <message>
        <source>%1 to port 443, from %2 addresses</source>
        <translation>%1 zu Port 443, von %2 Adressen</translation>
    </message>
    <message>
        <source>Health checks of the load balancer</source>
        <translation>Zustandsprüfungen des Lastenausgleichs</translation>
    </message>
    <message>
        <source>every protocol of the other members answers</source>
        <translation>jedes Protokoll der anderen Mitglieder antwortet</translation>
    </message>
    <message>
        <source>A load balancer sends clients only where healthcheck.htm is answered with 200. Asked from this computer, without credentials.</source>
        <translation>Ein Lastenausgleich schickt Clients nur dorthin, wo healthcheck.htm mit 200 beantwortet wird. Gefragt von diesem Computer aus, ohne Anmeldung.</translation>
    </message>
    <message>
        <source>every protocol answers</source>
        <translation>jedes Protokoll antwortet</translation>
    </message>
    <message>
        <source>%1: %2 of %3 protocols do not answer</source>
        <translation>%1: %2 von %3 Protokollen antworten nicht</translation>
    </message>
    <message>
        <source>Moves of databases in the last hour</source>
        <translation>Umzüge von Datenbanken in der letzten Stunde</translation>
    </message>
    <message>
        <source>fewer than %1 of each</source>
        <translation>weniger als %1 von jeder</translation>
    </message>
    <message>
        <source>After about %1 moves of a database within an hour Exchange refuses a further one. Counted are those that the admin audit log shows, which are the ones of administrators.</source>
        <translation>Nach etwa %1 Umzügen einer Datenbank in einer Stunde verweigert Exchange einen weiteren. Gezählt sind die des Administratorüberwachungsprotokolls, also die von Administratoren.</translation>
    </message>
    <message>
        <source>every database may move, and back</source>
        <translation>jede Datenbank darf umziehen, und zurück</translation>
    </message>
    <message>
        <source>%1 was moved %2 times: it can move away, and not back within the hour</source>
        <translation>%1 ist %2 Mal umgezogen: sie kann weg, und in dieser Stunde nicht zurück</translation>
    </message>
    <message>
        <source>%1 was moved %2 times: its move is refused until %3</source>
        <translation>%1 ist %2 Mal umgezogen: ihr Umzug wird bis %3 verweigert</translation>
    </message>
    <message>
        <source>Component states in directory and registry</source>
        <translation>Komponentenzustände in Verzeichnis und Registrierung</translation>
    </message>
    <message>
        <source>both say the same, on every member</source>
        <translation>beide sagen dasselbe, auf jedem Mitglied</translation>
    </message>
    <message>
        <source>The other members act on the directory, and the server on the newer of the two. Where they differ, Active Directory has not replicated yet, or one of them was not written.</source>
        <translation>Die anderen Mitglieder richten sich nach dem Verzeichnis, der Server nach dem neueren der beiden. Wo sie sich unterscheiden, hat Active Directory noch nicht repliziert, oder eines von beiden wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>both say the same</source>
        <translation>beide sagen dasselbe</translation>
    </message>
    <message>
        <source>Endpoints that the plan uses</source>
        <translation>Endpunkte, die der Plan braucht</translation>
    </message>
    <message>
        <source>each answers, and the session is on another member</source>
        <translation>jeder antwortet, und die Sitzung ist auf einem anderen Mitglied</translation>
    </message>
    <message>
        <source>An endpoint that does not answer now is missing in the middle of the run.</source>
        <translation>Ein Endpunkt, der jetzt nicht antwortet, fehlt mitten im Lauf.</translation>
    </message>
    <message>
        <source>every endpoint answers</source>
        <translation>jeder Endpunkt antwortet</translation>
    </message>
    <message>
        <source>the node endpoint of %1 does not answer</source>
        <translation>der Knotenendpunkt von %1 antwortet nicht</translation>
    </message>
    <message>
        <source>the session is on %1 itself, and ends when its components go offline</source>
        <translation>die Sitzung ist auf %1 selbst und endet, wenn seine Komponenten offline gehen</translation>
    </message>
    <message>
        <source>Restart the computer %1</source>
        <translation>Den Rechner %1 neu starten</translation>
    </message>
    <message>
        <source>The answer is lost with the connection: a new time of its start is the proof.</source>
        <translation>Die Antwort geht mit der Verbindung verloren: Der Beweis ist eine neue Startzeit.</translation>
    </message>
    <message>
        <source>Wait until %1 has been restarted</source>
        <translation>Warten, bis %1 neu gestartet wurde</translation>
    </message>
    <message>
        <source>The operator restarts it; a new time of its start is the proof.</source>
        <translation>Der Bediener startet ihn neu; der Beweis ist eine neue Startzeit.</translation>
    </message>
    <message>
        <source>What is active on the server goes down with it: it is restarted in maintenance only.</source>
        <translation>Was auf dem Server aktiv ist, fällt mit ihm aus: Er wird nur in Wartung neu gestartet.</translation>
    </message>
    <message>
        <source>Wait until the services of %1 run again</source>
        <translation>Warten, bis die Dienste von %1 wieder laufen</translation>
    </message>
    <message>
        <source>A restart is over when what ran before runs again.</source>
        <translation>Ein Neustart ist vorbei, wenn wieder läuft, was vorher lief.</translation>
    </message>
    <message>
        <source>%1 has been restarted</source>
        <translation>%1 wurde neu gestartet</translation>
    </message>
    <message>
        <source>%1 started at %2</source>
        <translation>%1 ist um %2 gestartet</translation>
    </message>
    <message>
        <source>%1 answers, and still runs since %2</source>
        <translation>%1 antwortet und läuft noch seit %2</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 answers, remote management does not yet: %2</source>
        <translation>%1 antwortet, die Fernverwaltung noch nicht: %2</translation>
    </message>
    <message>
        <source>The rolling maintenance of %1 needs a decision.</source>
        <translation>Die rollierende Wartung von %1 braucht eine Entscheidung.</translation>
    </message>
    <message>
        <source>The rolling maintenance of %1 has stopped, and can be continued.</source>
        <translation>Die rollierende Wartung von %1 hat angehalten und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The rolling maintenance of %1 is through.</source>
        <translation>Die rollierende Wartung von %1 ist durch.</translation>
    </message>
    <message>
        <source>The rolling maintenance of %1 has ended, and not every server is through.</source>
        <translation>Die rollierende Wartung von %1 ist zu Ende, und nicht jeder Server ist durch.</translation>
    </message>
</context>
<context>
    <name>shapes</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>mounted</source>
        <translation>eingebunden</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>im Rückstand</translation>
    </message>
    <message>
        <source>lagged</source>
        <translation>verzögert</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>zieht um</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>seeding</source>
        <translation>wird geseedet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>entering</source>
        <translation>geht in Wartung</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>kehrt zurück</translation>
    </message>
    <message>
        <source>in maintenance</source>
        <translation>in Wartung</translation>
    </message>
    <message>
        <source>inconsistent</source>
        <translation>uneinheitlich</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>block</source>
        <translation>Sperre</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>How much it matters</source>
        <translation>Wie wichtig es ist</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>What is not as it should be</source>
        <translation>Was nicht ist, wie es sein soll</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>Was dagegen zu tun ist</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The server of the component</source>
        <translation>Der Server der Komponente</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Name of the component</source>
        <translation>Name der Komponente</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What the server makes of all requesters</source>
        <translation>Was der Server aus allen Anforderern macht</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Gehalten von</translation>
    </message>
    <message>
        <source>Requesters that keep it from being active</source>
        <translation>Anforderer, die sie nicht aktiv werden lassen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>When the first of them asked for it</source>
        <translation>Wann der erste es verlangt hat</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Steht in</translation>
    </message>
    <message>
        <source>Registry of the server or Active Directory</source>
        <translation>Registrierung des Servers oder Active Directory</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Why it is not active although nobody holds it</source>
        <translation>Warum sie nicht aktiv ist, obwohl niemand sie hält</translation>
    </message>
    <message>
        <source>%1: could not be read</source>
        <translation>%1: nicht zu lesen</translation>
    </message>
    <message>
        <source>registry not readable</source>
        <translation>Registrierung nicht lesbar</translation>
    </message>
    <message>
        <source>Active Directory not readable</source>
        <translation>Active Directory nicht lesbar</translation>
    </message>
    <message>
        <source>because ServerWideOffline</source>
        <translation>wegen ServerWideOffline</translation>
    </message>
    <message>
        <source>inactive by default</source>
        <translation>standardmäßig inaktiv</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Database and server of the copy</source>
        <translation>Datenbank und Server der Kopie</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status of the copy</source>
        <translation>Status der Kopie</translation>
    </message>
    <message>
        <source>CopyQueueLength</source>
        <translation>CopyQueueLength</translation>
    </message>
    <message>
        <source>Log files waiting to be copied and inspected</source>
        <translation>Protokolldateien, die auf Kopie und Prüfung warten</translation>
    </message>
    <message>
        <source>ReplayQueueLength</source>
        <translation>ReplayQueueLength</translation>
    </message>
    <message>
        <source>Log files waiting to be replayed</source>
        <translation>Protokolldateien, die auf Wiedergabe warten</translation>
    </message>
    <message>
        <source>LastInspectedLogTime</source>
        <translation>LastInspectedLogTime</translation>
    </message>
    <message>
        <source>When the last inspected log file was written</source>
        <translation>Wann die letzte geprüfte Protokolldatei geschrieben wurde</translation>
    </message>
    <message>
        <source>ContentIndexState</source>
        <translation>ContentIndexState</translation>
    </message>
    <message>
        <source>State of the content index; NotApplicable from Exchange 2019 on</source>
        <translation>Zustand des Inhaltsindex; ab Exchange 2019 NotApplicable</translation>
    </message>
    <message>
        <source>Pref</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Activation preference: 1 is where the database is at home</source>
        <translation>Aktivierungsrang: 1 ist, wo die Datenbank zu Hause ist</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Verzug</translation>
    </message>
    <message>
        <source>Replay lag time: how long log files wait on purpose</source>
        <translation>Wiedergabeverzögerung: wie lange Protokolldateien absichtlich warten</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Whether activation of the copy is suspended</source>
        <translation>Ob die Aktivierung der Kopie angehalten ist</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>DatabaseCopyAutoActivationPolicy of the copy&apos;s server</source>
        <translation>DatabaseCopyAutoActivationPolicy des Servers der Kopie</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What the replication service reports</source>
        <translation>Was der Replikationsdienst meldet</translation>
    </message>
    <message>
        <source>copy queue %1, replay queue %2</source>
        <translation>Kopierwarteschlange %1, Wiedergabewarteschlange %2</translation>
    </message>
    <message>
        <source>copy queue %1</source>
        <translation>%1 zu kopieren</translation>
    </message>
    <message>
        <source>replay queue %1</source>
        <translation>%1 wiederzugeben</translation>
    </message>
    <message>
        <source>lagged %1 d</source>
        <translation>%1 d verzögert</translation>
    </message>
    <message>
        <source>failed, suspended</source>
        <translation>ausgefallen, angehalten</translation>
    </message>
    <message>
        <source>mounting</source>
        <translation>wird eingebunden</translation>
    </message>
    <message>
        <source>dismounting</source>
        <translation>wird ausgehängt</translation>
    </message>
    <message>
        <source>%1 has no copy on %2</source>
        <translation>%1 hat keine Kopie auf %2</translation>
    </message>
    <message>
        <source>copies of %1 on %2 could not be read</source>
        <translation>Kopien von %1 auf %2 waren nicht zu lesen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Identity of the queue</source>
        <translation>Name der Warteschlange</translation>
    </message>
    <message>
        <source>The server that holds the queue</source>
        <translation>Der Server mit der Warteschlange</translation>
    </message>
    <message>
        <source>Delivery type</source>
        <translation>Zustellart</translation>
    </message>
    <message>
        <source>How the queue&apos;s messages are delivered</source>
        <translation>Wie die Nachrichten zugestellt werden</translation>
    </message>
    <message>
        <source>Status of the queue</source>
        <translation>Status der Warteschlange</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Messages in the queue</source>
        <translation>Nachrichten in der Warteschlange</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Nächste Station</translation>
    </message>
    <message>
        <source>Where the queue&apos;s messages go</source>
        <translation>Wohin die Nachrichten gehen</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>What the last attempt to deliver met</source>
        <translation>Was beim letzten Zustellversuch geschah</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>When the run was started</source>
        <translation>Wann der Lauf begann</translation>
    </message>
    <message>
        <source>The server under maintenance</source>
        <translation>Der Server in Wartung</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Put into maintenance, or reinstate</source>
        <translation>In Wartung nehmen oder wieder in Dienst nehmen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>How the run ended, or where it stands</source>
        <translation>Wie der Lauf endete oder wo er steht</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>The step it stands at, of all steps</source>
        <translation>Der Schritt, an dem er steht, von allen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From the start to the end</source>
        <translation>Vom Anfang bis zum Ende</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Who started it</source>
        <translation>Wer ihn begonnen hat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why, as the operator gave it</source>
        <translation>Warum, nach Angabe des Bedieners</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change number, as the operator gave it</source>
        <translation>Änderungsnummer nach Angabe des Bedieners</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Name of the run and of its journal</source>
        <translation>Name des Laufs und seines Journals</translation>
    </message>
    <message>
        <source>Journal not readable</source>
        <translation>Journal nicht lesbar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The server&apos;s name; the tool tip has the full one</source>
        <translation>Der Name des Servers; ganz im Tooltip</translation>
    </message>
    <message>
        <source>What the server is to its group, from policy, components and cluster node</source>
        <translation>Was der Server für seine Gruppe ist, nach Richtlinie, Komponenten und Clusterknoten</translation>
    </message>
    <message>
        <source>Run under way</source>
        <translation>Laufende Wartung</translation>
    </message>
    <message>
        <source>Who puts the server into maintenance or back, from which computer and since when, as the organisation&apos;s record shows</source>
        <translation>Wer den Server in Wartung nimmt oder zurückholt, von welchem Computer aus und seit wann, nach der Aufzeichnung der Organisation</translation>
    </message>
    <message>
        <source>DAG</source>
        <translation>DAG</translation>
    </message>
    <message>
        <source>The database availability group it is a member of</source>
        <translation>Die Datenbankverfügbarkeitsgruppe, zu der er gehört</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Exchange version and build</source>
        <translation>Exchange-Version und Build</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Active Directory site</source>
        <translation>Active-Directory-Standort</translation>
    </message>
    <message>
        <source>Active copies</source>
        <translation>Aktive Kopien</translation>
    </message>
    <message>
        <source>Active database copies of all copies on the server</source>
        <translation>Aktive Datenbankkopien von allen auf dem Server</translation>
    </message>
    <message>
        <source>DatabaseCopyAutoActivationPolicy, and whether active copies are to move away now</source>
        <translation>DatabaseCopyAutoActivationPolicy, und ob aktive Kopien jetzt weg sollen</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>State of the failover cluster node</source>
        <translation>Zustand des Failoverclusterknotens</translation>
    </message>
    <message>
        <source>PAM</source>
        <translation>PAM</translation>
    </message>
    <message>
        <source>Primary active manager of the group</source>
        <translation>Primary Active Manager der Gruppe</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Messages waiting, without shadow and poison queues</source>
        <translation>Wartende Nachrichten, ohne Schatten- und Giftwarteschlangen</translation>
    </message>
    <message>
        <source>Components that are not active, those off by default left out</source>
        <translation>Komponenten nicht aktiv, ohne die standardmäßig abgeschalteten</translation>
    </message>
    <message>
        <source>Read at</source>
        <translation>Gelesen um</translation>
    </message>
    <message>
        <source>When this row was read</source>
        <translation>Wann diese Zeile gelesen wurde</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>%1, move now</source>
        <translation>%1, jetzt weg</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Place in the plan</source>
        <translation>Platz im Plan</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>Was der Schritt tut</translation>
    </message>
    <message>
        <source>Where the step stands</source>
        <translation>Wo der Schritt steht</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>Time since the step was started, or that it took</source>
        <translation>Zeit seit Beginn des Schritts, oder die er brauchte</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Lesungen</translation>
    </message>
    <message>
        <source>How often it was looked whether the step is done</source>
        <translation>Wie oft nachgesehen wurde, ob der Schritt fertig ist</translation>
    </message>
    <message>
        <source>Next look</source>
        <translation>Nächster Blick</translation>
    </message>
    <message>
        <source>When it is looked again</source>
        <translation>Wann wieder nachgesehen wird</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>What is not yet as it must be, or what went wrong</source>
        <translation>Was noch nicht ist, wie es sein muss, oder was schiefging</translation>
    </message>
    <message>
        <source>What proved the step done</source>
        <translation>Was den Schritt als erledigt beweist</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>What is sent, as one would type it</source>
        <translation>Was gesendet wird, wie man es tippen würde</translation>
    </message>
    <message>
        <source>from an older reading</source>
        <translation>aus einer älteren Lesung</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n Kopie</numerusform>
            <numerusform>%n Kopien</numerusform>
        </translation>
    </message>
    <message>
        <source>No progress for %1</source>
        <translation>Kein Fortschritt seit %1</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Rate a minute</source>
        <translation>Rate je Minute</translation>
    </message>
    <message>
        <source>How the number of messages changed between the last two readings; with a minus it drains</source>
        <translation>Wie sich die Zahl der Nachrichten zwischen den letzten beiden Lesungen geändert hat; mit Minus leert sie sich</translation>
    </message>
    <message>
        <source>%1 was sent and has not been answered yet</source>
        <translation>%1 wurde gesendet und ist noch nicht beantwortet</translation>
    </message>
    <message>
        <source>%1 was answered; its effect is being read</source>
        <translation>%1 wurde beantwortet; die Wirkung wird gelesen</translation>
    </message>
    <message>
        <source>can become active</source>
        <translation>kann aktiv werden</translation>
    </message>
    <message>
        <source>cannot become active: %1</source>
        <translation>kann nicht aktiv werden: %1</translation>
    </message>
    <message>
        <source>would go to %1, preference %2</source>
        <translation>ginge nach %1, Präferenz %2</translation>
    </message>
    <message>
        <source>has nowhere to go: %1: %2</source>
        <translation>kann nirgendwohin: %1: %2</translation>
    </message>
    <message>
        <source>dismounted</source>
        <translation>nicht eingebunden</translation>
    </message>
    <message>
        <source>Load balancer</source>
        <translation>Lastenausgleich</translation>
    </message>
    <message>
        <source>Protocols whose health check is answered; a load balancer sends clients where it is</source>
        <translation>Protokolle, deren Zustandsprüfung beantwortet wird; dorthin schickt ein Lastenausgleich Clients</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>its certificate is for %1</source>
        <translation>sein Zertifikat ist für %1</translation>
    </message>
</context>
<context>
    <name>time</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T.</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T. %2 h</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 d %2:%3</source>
        <translation>%1 d %2:%3</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>Active Directory</source>
        <translation>Active Directory</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Already so</source>
        <translation>Schon so</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>Wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unbeendet</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Succeeded with warnings</source>
        <translation>Gelungen, mit Warnungen</translation>
    </message>
    <message>
        <source>Left as it was</source>
        <translation>So gelassen</translation>
    </message>
    <message>
        <source>Put into maintenance</source>
        <translation>In Wartung nehmen</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>Wieder in Dienst nehmen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Bring databases home</source>
        <translation>Datenbanken zurückbringen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
</context>
</TS>

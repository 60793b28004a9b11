# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Drydock authors

"""Sends a sealed request by pywinrm, which has NTLM and message encryption of its own: winrm_peer.py URL USER PASSWORD.

Prints the answer. Exit code 3: pywinrm or what it needs is missing, 4: the server refused the credentials.
"""
import sys

try:
    import hashlib

    hashlib.new("md4")
    from winrm.exceptions import InvalidCredentialsError
    from winrm.transport import Transport
except (ImportError, ValueError) as missing:
    print(missing)
    sys.exit(3)

ENVELOPE = """<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
 xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd">
<s:Header><a:Action>http://schemas.xmlsoap.org/ws/2004/09/transfer/Get</a:Action><a:To>http://localhost/</a:To>
<a:MessageID>uuid:F249DBE7-0E83-4F39-AE4A-28324CF61227</a:MessageID>
<a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>
<w:ResourceURI>http://schemas.microsoft.com/wbem/wsman/1/config</w:ResourceURI></s:Header><s:Body/></s:Envelope>"""

url, user, password = sys.argv[1:]
transport = Transport(endpoint=url, auth_method="ntlm", username=user, password=password, message_encryption="always")
try:
    for _ in range(2):  # the second request goes over the authenticated connection
        print(transport.send_message(ENVELOPE.encode()))
except InvalidCredentialsError as refused:
    print(refused)
    sys.exit(4)

package io.omnibridge.bootstrap.command;

/** Greeting of {@code serve --dev}: the address, a token, and three commands to paste. */
final class Greeting {

    private Greeting() {}

    /** Returns the URL of a listener, with an IPv6 address in brackets (RFC 3986 §3.2.2), which {@code host} may have. */
    static String address(String scheme, String host, int port) {
        return scheme + "://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }

    static String text(String address, String token) {
        return """
                OmniBridge listens on %1$s, for development only: it keeps everything in memory until it stops.

                A token for alice, valid for 12 hours:

                %2$s

                Link an account, list the accounts, unlink it:

                curl -sS -X POST %1$s/accounts/link -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' \
                -d '{"provider":"github","provider_account_id":"583231","access_token":"example-token","scope":"repo read:user"}'

                curl -sS %1$s/accounts -H 'Authorization: Bearer %2$s'

                curl -sS -i -X DELETE %1$s/accounts/github/583231 -H 'Authorization: Bearer %2$s'

                Stop with Ctrl-C.
                """.formatted(address, token);
    }
}

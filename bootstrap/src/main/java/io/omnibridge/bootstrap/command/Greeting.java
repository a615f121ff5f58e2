package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.config.ListenerAddress;
import java.util.Optional;

/** Greeting of {@code serve --dev}: the address, a token, and commands to paste. */
final class Greeting {

    private Greeting() {}

    /** Returns the URL of a listener, with an IPv6 address in brackets (RFC 3986 §3.2.2), which {@code host} may have. */
    static String address(String scheme, String host, int port) {
        return ListenerAddress.url(scheme, host, port);
    }

    /**
     * @param provider a configured provider at which an account can be connected; empty if there is none
     * @param hasDemo whether the demo provider is configured
     */
    static String text(String address, String token, Optional<String> provider, boolean hasDemo) {
        return greeting(address, token)
                + (hasDemo ? demo(address, token) : "")
                + provider.map(id -> connect(address, token, id)).orElse("")
                + "Stop with Ctrl-C.\n";
    }

    private static String demo(String address, String token) {
        return """
                alice has three accounts from the start, with invented data. Search all of them, and read through one:

                curl -sS -X POST %1$s/search -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' \
                -d '{"q":"budget"}'

                curl -sS '%1$s/api/demo-google/alice/drive/v3/files/f01?alt=media' -H 'Authorization: Bearer %2$s'

                Point an MCP client at %1$s/mcp with the header "Authorization: Bearer" and the token.

                """.formatted(address, token);
    }

    private static String connect(String address, String token, String provider) {
        return """
                Connect an account: open the authorization_url of the response in a browser. The page after the consent shows a
                ticket, which is valid for two minutes; the second command completes the attempt with it.

                curl -sS -X POST %1$s/connect -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' \
                -d '{"provider":"%3$s"}'

                curl -sS -X POST %1$s/connect/ATTEMPT_ID/complete -H 'Authorization: Bearer %2$s' \
                -H 'Content-Type: application/json' -d '{"ticket":"TICKET"}'

                """.formatted(address, token, provider);
    }

    private static String greeting(String address, String token) {
        return """
                OmniBridge listens on %1$s, for development only: it keeps everything in memory until it stops.

                Open %1$s in a browser and sign in as alice, to see her accounts and to connect more.

                A token for alice, valid for 12 hours, or until she signs out in the browser:

                %2$s

                Link an account, list the accounts, unlink it:

                curl -sS -X POST %1$s/accounts/link -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' \
                -d '{"provider":"github","provider_account_id":"583231","access_token":"example-token","scope":"repo read:user"}'

                curl -sS %1$s/accounts -H 'Authorization: Bearer %2$s'

                curl -sS -i -X DELETE %1$s/accounts/github/583231 -H 'Authorization: Bearer %2$s'

                """.formatted(address, token);
    }
}

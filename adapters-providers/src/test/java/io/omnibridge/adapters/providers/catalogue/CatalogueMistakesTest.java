package io.omnibridge.adapters.providers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueMistakesTest {

    private static final String CANARY = "cAnArY-77";

    static List<String> problems(String yaml) {
        return assertThrows(InvalidCatalogue.class, () -> Catalogue.read(yaml, Path.of("/nonexistent")))
                .problems();
    }

    @Test
    @Tag("S6")
    void every_mistake_is_reported_with_its_line_and_without_its_value() {
        String yaml = """
                return_to:
                  - url: http://app.example/cAnArY-77
                  - ticket_in: header
                  - url: https://app.example/back#cAnArY-77
                providers:
                  google:
                    client_id: 1234
                    client_secret: cAnArY-77
                    client_secret: cAnArY-77
                    clientsecret: cAnArY-77
                    scopes: [openid, "a b cAnArY-77"]
                  github:
                    client_id: abc
                    client_secret_file: cAnArY-77
                    reuse_grace: 30
                  corporate:
                    kind: oidc
                    client_id: omnibridge
                    client_secret: cAnArY-77
                    unprocessed_statuses: [200]
                    refresh_reuse: sometimes
                  tracker:
                    kind: oauth9
                  Wrong-Name:
                    kind: oidc
                  nothing:
                  other:
                    kind: oauth2
                    authorization_url: http://tracker.example/cAnArY-77
                    token_url: https://u:cAnArY-77@tracker.example/token
                    identity_path: id
                    client_id: abc
                    client_secret: cAnArY-77
                    authorization_parameters: { state: cAnArY-77 }
                    headers: { Authorization: cAnArY-77 }
                more: cAnArY-77
                """;

        List<String> problems = problems(yaml);

        assertEquals(
                List.of(
                                "line 2: return_to[0].url " + Urls.RULE,
                                "line 3: return_to[1] must have the member url",
                                "line 3: return_to[1].ticket_in must be one of fragment, query",
                                "line 4: return_to[2].url " + Urls.RULE,
                                "line 9: providers.google.(a member) is given twice",
                                "line 10: providers.google.(a member) is an unknown member",
                                "line 11: providers.google.scopes[1] must be 1 to 255 visible ASCII characters without '\"' and '\\'",
                                "line 14: providers.github.client_secret_file names a file that cannot be read",
                                "line 15: providers.github.reuse_grace must be a number with s, m, h or d, such as 30s",
                                "line 17: providers.corporate must have the member issuer",
                                "line 20: providers.corporate.unprocessed_statuses[0] must be an HTTP status of 400 to 599",
                                "line 21: providers.corporate.refresh_reuse must be one of safe, single_use, kills_family",
                                "line 23: providers.tracker.kind must be one of oidc, oauth2",
                                "line 23: providers.tracker must have the member client_id",
                                "line 23: providers.tracker must have one of client_secret and client_secret_file",
                                "line 23: providers.tracker must have identity_path, the JSON pointer to the account's stable id",
                                "line 25: providers.(a member) has a name that must be 1 to 63 characters of a-z, 0-9, '_' and '-', "
                                        + "beginning with a letter or digit",
                                "line 26: providers.(a member) must be a mapping",
                                "line 29: providers.other.authorization_url " + Urls.RULE,
                                "line 30: providers.other.token_url " + Urls.RULE,
                                "line 31: providers.other.identity_path must be a JSON pointer, such as /user/id",
                                "line 28: providers.other must have identity_path, the JSON pointer to the account's stable id",
                                "line 34: providers.other.authorization_parameters.(a member) is a parameter that cannot be set here",
                                "line 35: providers.other.headers.(a member) is a header that cannot be set here",
                                "line 36: (a member) is an unknown member")
                        .stream()
                        .sorted(CatalogueMistakesTest::byLine)
                        .toList(),
                problems);
        assertFalse(String.join("\n", problems).contains(CANARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "providers: [cAnArY-77",
                "providers: {a: *cAnArY-77}",
                "providers: &cAnArY-77 {}",
                "providers: !cAnArY-77 {}",
                "- cAnArY-77",
                "cAnArY-77",
                "\tcAnArY-77: 1",
                "? [cAnArY-77]\n: 1",
                ""
            })
    void another_document_is_rejected_without_being_quoted(String yaml) {
        List<String> problems = problems(yaml);

        assertTrue(problems.get(0).startsWith("line "), problems.toString());
        assertFalse(problems.toString().contains(CANARY), problems.toString());
    }

    @Test
    void a_file_that_would_exhaust_memory_is_rejected() {
        assertEquals(1, problems("x: \"" + "y".repeat(300_000) + "\"").size());
        assertEquals(1, problems("a: " + "[".repeat(100_000)).size());
        assertFalse(problems("a: &a [x]\nb: [*a, *a, *a]\n").isEmpty());
    }

    @Test
    @Tag("O3")
    void an_issuer_must_be_known_if_returned_and_fixed_if_discovered() {
        String client = "    client_id: a\n    client_secret: b\n";
        assertTrue(problems("providers:\n  github:\n" + client + "    issuer_returned: true\n")
                .get(0)
                .contains("must have the member issuer"));
        assertTrue(problems("providers:\n  x:\n    kind: oidc\n" + client + "    issuer: https://id.example/{tid}\n")
                .get(0)
                .contains("cannot be discovered"));
    }

    private static int byLine(String one, String other) {
        return Integer.compare(line(one), line(other));
    }

    private static int line(String problem) {
        return Integer.parseInt(problem.substring(5, problem.indexOf(':')));
    }

    @Test
    @Tag("T27")
    void rules_for_id_tokens_are_checked() {
        String start = "providers:\n  corporate:\n    kind: oidc\n    issuer: https://id.example\n    client_id: a\n";
        assertEquals(
                List.of("line 7: providers.corporate.id_token_algorithms has HS256, which needs a client secret of at"
                        + " least 32 bytes (RFC 7518 §3.2)"),
                problems(start + "    client_secret: short\n    id_token_algorithms: [RS256, HS256]\n"));
        assertEquals(
                2,
                problems(start + "    token_endpoint_auth: none\n    id_token_algorithms: [HS256, none]\n")
                        .size());
        assertEquals(
                1,
                problems(start + "    client_secret: short\n    id_token_algorithms: rs256\n")
                        .size());
        assertEquals(
                3,
                problems(start.replace("oidc", "oauth2")
                                + "    client_secret: short\n    id_token_algorithms: [RS256]\n"
                                + "    nonce_returned: false\n    authorization_url: https://id.example/a\n"
                                + "    token_url: https://id.example/t\n    identity_path: /id\n    pkce: maybe\n")
                        .size());
    }
}

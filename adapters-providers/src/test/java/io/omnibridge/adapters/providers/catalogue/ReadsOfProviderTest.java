package io.omnibridge.adapters.providers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.reads.ProviderReads;
import io.omnibridge.adapters.providers.reads.ReadableApi;
import io.omnibridge.adapters.providers.reads.TokenCheckEndpoint;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.source.Source;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadsOfProviderTest {

    private static final String CUSTOM = """
            providers:
              custom:
                kind: oauth2
                authorization_url: https://a.example/a
                token_url: https://a.example/t
                identity_path: /id
                client_id: a
                client_secret: b
            """;

    private static ProviderReads reads(String yaml, String provider) throws InvalidCatalogue {
        return Catalogue.read(yaml, Path.of("/nonexistent"))
                .entry(new ProviderId(provider))
                .orElseThrow()
                .reads();
    }

    private static String google(String... members) {
        return Stream.of(members)
                .collect(Collectors.joining(
                        "\n    ", "providers:\n  google:\n    client_id: a\n    client_secret: b\n    ", "\n"));
    }

    @Test
    void every_member_is_read() throws Exception {
        ProviderReads reads = reads(CUSTOM + """
                    data_by_token: true
                    download_hosts: [files.example, "*.cdn.example"]
                    token_check_url: https://a.example/check
                    token_check_path: [/team, /user]
                    removed_fields: [/secret, "/items/*/secret"]
                    api_url: https://a.example/api
                    apis:
                      /crm/v2.0:
                        url: https://a.example/api
                        source: drive
                        scopes: [read, write]
                        parameters: any
                        functions: true
                        link_fields: ["@odata.nextLink", next]
                        removed_fields: [/link]
                        api_errors: { pointer: /error, dead: [gone], limited: [slow] }
                        limit: each
                        reads:
                          - { get: /contacts, query: [q, $top], source: none }
                          - { media: "/files/{id}", when: { alt: media }, except: [Export], limit: files }
                          - { post: /search }
                          - { get: "/tree/{path+}" }
                          - { get: "/search(q='{q}')" }
                          - { get: /all/** }
                """, "custom");

        assertTrue(reads.takesAccountsLinkedByToken() && reads.hasUnusedUrl());
        assertEquals(List.of("files.example", "*.cdn.example"), reads.downloadHosts());
        assertEquals(
                Optional.of(new TokenCheckEndpoint(
                        URI.create("https://a.example/check"),
                        List.of(JsonPointer.compile("/team"), JsonPointer.compile("/user")))),
                reads.tokenCheck());
        assertEquals(2, reads.removedFields().size());
        ReadableApi api = reads.apis().get(0);
        assertEquals("/crm/v2.0", api.prefix());
        assertEquals(Optional.of(Source.DRIVE), api.source());
        assertEquals(List.of("read", "write"), api.scopes());
        assertTrue(api.quirks().isAnyParameterTaken() && api.quirks().hasFunctions());
        assertEquals(Set.of("@odata.nextLink", "next"), api.quirks().linkFields());
        assertEquals(Set.of("gone"), api.quirks().errors().orElseThrow().dead());
        assertEquals(6, api.reads().size());
        assertEquals(Optional.empty(), api.reads().get(0).source());
        assertEquals(Optional.of(Source.DRIVE), api.reads().get(1).source());
        assertEquals(Map.of("alt", "media"), api.reads().get(1).when());
        assertEquals(Set.of("export"), api.reads().get(1).except());
        assertEquals(List.of("alt"), api.reads().get(1).query());
    }

    @Test
    void nothing_can_be_read_by_default() throws Exception {
        ProviderReads reads = reads(CUSTOM, "custom");

        assertEquals(List.of(), reads.apis());
        assertFalse(reads.takesAccountsLinkedByToken() || reads.hasUnusedUrl());
    }

    @Test
    void the_operators_file_overrides_by_member() throws Exception {
        ProviderReads reads = reads(
                google(
                        "apis:",
                        "  /gmail/v1: { url: http://127.0.0.1:9/gmail }",
                        "  /drive/v3: null",
                        "  /own: { url: https://own.example, reads: [{ get: /a }] }"),
                "google");

        assertEquals(
                List.of("/gmail/v1", "/calendar/v3", "/own"),
                reads.apis().stream().map(ReadableApi::prefix).toList());
        ReadableApi gmail = reads.apis().get(0);
        assertEquals(URI.create("http://127.0.0.1:9/gmail"), gmail.url());
        assertEquals(7, gmail.reads().size());
        assertEquals(Optional.of(Source.GMAIL), gmail.source());
        assertEquals(List.of(), reads(google("apis: null"), "google").apis());
        assertEquals(
                1,
                reads(google("apis: { /gmail/v1: { reads: [{ get: /users/me/profile }] } }"), "google")
                        .apis()
                        .get(0)
                        .reads()
                        .size());
    }

    @Test
    void a_path_of_the_token_check_needs_its_url() {
        List<String> problems = CatalogueMistakesTest.problems(CUSTOM + "    token_check_path: /id\n");

        assertTrue(problems.get(0).endsWith("token_check_path needs a token_check_url"), problems::toString);
        assertEquals(1, problems.size());
    }

    @Test
    @Tag("S6")
    void every_mistake_is_reported_with_its_line_and_without_its_value() {
        List<String> problems = CatalogueMistakesTest.problems(CUSTOM + """
                    data_by_token: cAnArY-77
                    download_hosts: ["cAnArY-77", "*"]
                    token_check_url: http://cAnArY-77.example/
                    removed_fields: [cAnArY-77, /a~2]
                    apis:
                      cAnArY-77: { url: https://a.example }
                      /a/../b: { url: https://a.example }
                      /v1:
                        url: https://a.example/?cAnArY-77
                        source: cAnArY-77
                        parameters: cAnArY-77
                        functions: cAnArY-77
                        limit: cAnArY-77
                        api_errors: { dead: [" cAnArY-77"] }
                        cAnArY-77: 1
                        reads:
                          - { get: /a, post: /a }
                          - { get: cAnArY-77 }
                          - { get: "/{a+}/cAnArY-77" }
                          - { get: "/a/../b" }
                          - { get: /b, query: [access_token, "$.xgafv"] }
                          - { get: /b, when: { alt: "cAnArY 77" } }
                          - { get: /c, cAnArY-77: 1 }
                          - { get: /d }
                          - { get: /d }
                      /v2: { url: http://cAnArY-77.example }
                """);

        assertEquals(
                List.of(
                        9, 10, 10, 11, 12, 12, 14, 15, 17, 17, 18, 19, 20, 21, 22, 22, 23, 25, 26, 27, 28, 29, 29, 30,
                        31, 34, 34),
                problems.stream()
                        .map(it -> Integer.valueOf(it.substring(5, it.indexOf(':'))))
                        .toList(),
                () -> String.join("\n", problems));
        assertFalse(problems.toString().contains("cAnArY"));
    }
}

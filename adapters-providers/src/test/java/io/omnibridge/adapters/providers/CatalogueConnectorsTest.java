package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.application.port.OfferedSource;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.SearchQuery;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueConnectorsTest {

    private static final String CLIENT = "    client_id: abc\n    client_secret: def\n";

    private static List<OfferedSource> offered(String provider, String... members) {
        return connectors(provider, members).offered(new ProviderId(provider));
    }

    private static CatalogueConnectors connectors(String provider, String... members) {
        String yaml = "providers:\n  " + provider + ":\n" + CLIENT + String.join("", members);
        try {
            return new CatalogueConnectors(Catalogue.read(yaml, Path.of("/nonexistent")));
        } catch (InvalidCatalogue e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }

    @Test
    void github_offers_issues_by_two_queries_to_every_grant() {
        assertEquals(List.of(new OfferedSource(Source.GITHUB, Set.of(), 2)), offered("github"));
    }

    @Test
    void notion_offers_its_source_to_every_grant() {
        assertEquals(List.of(new OfferedSource(Source.NOTION, Set.of(), 1)), offered("notion"));
    }

    @Test
    void slack_offers_its_source_to_grants_that_may_search_messages() {
        Set<String> scopes = Set.of(
                "search:read", "search:read.public", "search:read.private", "search:read.im", "search:read.mpim");

        assertEquals(List.of(new OfferedSource(Source.SLACK, scopes, 1)), offered("slack"));
    }

    @Test
    void microsoft_offers_mail_and_files_each_with_its_own_scopes() {
        assertEquals(
                List.of(
                        new OfferedSource(Source.OUTLOOK, Set.of("Mail.Read", "Mail.ReadWrite"), 1),
                        new OfferedSource(
                                Source.ONEDRIVE,
                                Set.of("Files.Read", "Files.Read.All", "Files.ReadWrite", "Files.ReadWrite.All"),
                                1)),
                offered("microsoft"));
    }

    @Test
    void scopes_of_the_catalogue_come_before_those_of_the_connector() {
        assertEquals(
                List.of(new OfferedSource(Source.SLACK, Set.of("search:all"), 1)),
                offered("slack", "    apis:\n      /api: { scopes: [\"search:all\"] }\n"));
    }

    @Test
    void a_provider_of_the_operators_own_offers_the_source_that_its_api_names() {
        String[] forge = {
            "    kind: oauth2\n    authorization_url: https://forge.example/a\n    token_url: https://forge.example/t\n",
            "    identity_url: https://forge.example/api/v3/user\n    identity_path: /id\n",
            "    apis:\n      /:\n        url: https://forge.example/api/v3\n        source: github\n",
            "        reads:\n          - { get: /search/issues, query: [q, per_page, page] }\n"
        };

        assertEquals(List.of(new OfferedSource(Source.GITHUB, Set.of(), 2)), offered("forge", forge));
    }

    @Test
    void a_provider_without_a_source_or_that_is_not_configured_offers_none() {
        String[] tracker = {
            "    kind: oauth2\n    authorization_url: https://t.example/a\n    token_url: https://t.example/t\n",
            "    identity_url: https://t.example/me\n    identity_path: /id\n",
            "    apis:\n      /v1:\n        url: https://t.example/v1\n        reads: [{ get: /issues }]\n"
        };

        assertEquals(List.of(), offered("tracker", tracker));
        assertEquals(List.of(), connectors("github").offered(new ProviderId("notion")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github", "notion", "slack", "microsoft"})
    void every_source_that_is_offered_can_be_searched(String provider) {
        CatalogueConnectors connectors = connectors(provider);
        SourceQuery query = new SourceQuery(new SearchQuery("plan"), Optional.empty(), 10);

        List<OfferedSource> offered = connectors.offered(new ProviderId(provider));
        assertFalse(offered.isEmpty());
        offered.forEach(it -> assertInstanceOf(
                ReadPlan.Reads.class, connectors.search(it.source(), query, Scopes.of(it.scopes())), it.toString()));
    }
}

package io.omnibridge.adapters.providers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.support.files.WatchedFile;
import io.omnibridge.application.connect.ReturnUrl;
import io.omnibridge.application.connect.TicketDelivery;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final String EXAMPLE = """
            return_to:
              - url: https://app.example/connected
                ticket_in: fragment
              - url: http://127.0.0.1:3000/back
                ticket_in: query
            providers:
              google:
                client_id: 1234.apps.example
                client_secret_file: google
                scopes: [openid, email, "https://www.googleapis.com/auth/gmail.readonly"]
              corporate:
                kind: oidc
                display_name: Corporate login
                issuer: https://id.corporate.example
                client_id: omnibridge
                client_secret: s3cret
                scopes: [openid, offline_access]
                refresh_reuse: kills_family
                reuse_grace: 30s
              tracker:
                kind: oauth2
                display_name: Tracker
                authorization_url: https://tracker.example/oauth/authorize
                token_url: https://tracker.example/oauth/token
                revocation_url: https://tracker.example/oauth/revoke
                identity_url: https://tracker.example/api/me
                identity_path: /id
                token_endpoint_auth: client_secret_post
                client_id: abc
                client_secret_file: tracker
                scopes: [read]
            """;

    @TempDir
    private Path files;

    @Test
    void the_example_of_the_documentation_is_valid() throws Exception {
        Files.writeString(files.resolve("google"), "of-google\n");
        Files.writeString(files.resolve("tracker"), "of-tracker");

        Catalogue catalogue = Catalogue.read(EXAMPLE, files);

        assertEquals(
                List.of("corporate", "google", "tracker"),
                catalogue.all().stream().map(it -> it.id().value()).toList());
        assertEquals(
                List.of(
                        new ReturnUrl(URI.create("https://app.example/connected"), TicketDelivery.FRAGMENT),
                        new ReturnUrl(URI.create("http://127.0.0.1:3000/back"), TicketDelivery.QUERY)),
                catalogue.returnUrls().all());
        ConnectableProvider corporate =
                catalogue.find(new ProviderId("corporate")).orElseThrow();
        assertEquals(RefreshTokenReuse.KILLS_FAMILY, corporate.refresh().reuse());
        assertEquals(Duration.ofSeconds(30), corporate.refresh().reuseGrace());
        assertTrue(corporate.isOpenId() && corporate.isPkceUsed());
        ProviderEntry google = catalogue.entry(new ProviderId("google")).orElseThrow();
        assertEquals("of-google", google.client().secret().orElseThrow().reveal());
        assertEquals(RevocationScope.GRANT, google.connectable().revocation());
        assertEquals(3, google.connectable().scopes().values().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github", "notion", "slack", "microsoft"})
    void a_built_in_provider_needs_only_a_client(String provider) throws Exception {
        Catalogue catalogue = read(provider, "client_id: abc", "client_secret: def");

        ConnectableProvider connectable =
                catalogue.find(new ProviderId(provider)).orElseThrow();
        assertFalse(connectable.displayName().isEmpty());
        assertFalse(connectable.sources().isEmpty());
    }

    @Test
    @Tag("R20")
    void a_revocation_ends_the_grant_unless_the_entry_states_token() throws Exception {
        assertEquals(RevocationScope.GRANT, scope("corporate", "kind: oidc", "issuer: https://id.example"));
        assertEquals(
                RevocationScope.TOKEN,
                scope("corporate", "kind: oidc", "issuer: https://id.example", "revocation_scope: token"));
        assertEquals(RevocationScope.GRANT, scope("google"));
        assertEquals(RevocationScope.TOKEN, scope("github"));
        assertEquals(RevocationScope.GRANT, scope("notion"));
        assertEquals(RevocationScope.TOKEN, scope("slack"));
        assertEquals(RevocationScope.NONE, scope("microsoft"));
    }

    private RevocationScope scope(String provider, String... members) throws Exception {
        String[] all = Stream.concat(Stream.of("client_id: abc", "client_secret: def"), Stream.of(members))
                .toArray(String[]::new);
        return read(provider, all).find(new ProviderId(provider)).orElseThrow().revocation();
    }

    @Test
    void a_provider_without_a_client_is_absent() throws Exception {
        Catalogue catalogue = read("google", "client_id: abc", "client_secret: def");

        assertEquals(Optional.empty(), catalogue.find(new ProviderId("github")));
        assertEquals(List.of(), Catalogue.empty().all());
    }

    @Test
    void every_built_in_member_can_be_overridden() throws Exception {
        Catalogue catalogue = read(
                "github",
                "client_id: abc",
                "client_secret: def",
                "token_url: http://127.0.0.1:9/token",
                "revocation_url: null",
                "revocation_style: none",
                "unprocessed_statuses: [503]",
                "display_name: Our GitHub");

        ProviderEntry github = catalogue.entry(new ProviderId("github")).orElseThrow();
        assertEquals(
                Optional.of(URI.create("http://127.0.0.1:9/token")),
                github.endpoints().token());
        assertEquals(Optional.empty(), github.endpoints().revocation());
        assertEquals(RevocationScope.NONE, github.connectable().revocation());
        assertEquals("Our GitHub", github.connectable().displayName());
        assertEquals(java.util.Set.of(503), github.tokens().errors().notProcessed());
    }

    @Test
    void a_tenant_replaces_its_variable_in_every_url() throws Exception {
        Catalogue catalogue =
                read("microsoft", "client_id: abc", "client_secret: def", "values: { tenant: contoso.example }");

        ProviderEntry microsoft = catalogue.entry(new ProviderId("microsoft")).orElseThrow();
        assertEquals(
                Optional.of(URI.create("https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token")),
                microsoft.endpoints().token());
        assertEquals(
                Optional.of("https://login.microsoftonline.com/{tid}/v2.0"),
                microsoft.endpoints().issuer());
    }

    @Test
    void a_variable_cannot_change_another_part_of_a_url() throws Exception {
        String[] shop = {
            "kind: oauth2",
            "variables: { shop: \"[a-z0-9-]+\" }",
            "authorization_url: https://{shop}.shops.example/authorize",
            "token_url: https://{shop}.shops.example/token",
            "identity_path: /id",
            "client_id: abc",
            "client_secret: def"
        };
        Catalogue catalogue = read("shops", with(shop, "values: { shop: my-shop }"));
        assertEquals(
                Optional.of(URI.create("https://my-shop.shops.example/token")),
                catalogue
                        .entry(new ProviderId("shops"))
                        .orElseThrow()
                        .endpoints()
                        .token());

        for (String evil : List.of("evil.example/", "a@evil.example", "evil.example#", "..", "a%2eb", "a?b")) {
            assertEquals(
                    1,
                    CatalogueMistakesTest.problems(yaml("shops", with(shop, "values: { shop: \"" + evil + "\" }")))
                            .stream()
                            .filter(it -> it.contains("values.shop"))
                            .count());
        }
    }

    @Test
    @Tag("P9")
    void a_secret_in_a_file_follows_the_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "former\n");
        Catalogue catalogue = read("google", "client_id: abc", "client_secret_file: " + file);
        ClientRegistration client =
                catalogue.entry(new ProviderId("google")).orElseThrow().client();

        Files.writeString(file, "replaced\n");
        assertEquals(1, catalogue.watchedFiles().size());
        catalogue.watchedFiles().forEach(WatchedFile::refresh);
        assertEquals("former", client.secret().orElseThrow().reveal());
        catalogue.watchedFiles().forEach(WatchedFile::refresh);

        assertEquals("replaced", client.secret().orElseThrow().reveal());
    }

    @Test
    void a_public_client_has_no_secret() throws Exception {
        Catalogue catalogue = read("google", "client_id: abc", "token_endpoint_auth: none");

        assertEquals(
                Optional.empty(),
                catalogue.entry(new ProviderId("google")).orElseThrow().client().secret());
    }

    private static String[] with(String[] members, String one) {
        String[] all = java.util.Arrays.copyOf(members, members.length + 1);
        all[members.length] = one;
        return all;
    }

    private static String yaml(String provider, String... members) {
        return "providers:\n  " + provider + ":\n"
                + List.of(members).stream().map(it -> "    " + it + "\n").collect(Collectors.joining());
    }

    private Catalogue read(String provider, String... members) throws InvalidCatalogue, IOException {
        return Catalogue.read(yaml(provider, members), files);
    }
}

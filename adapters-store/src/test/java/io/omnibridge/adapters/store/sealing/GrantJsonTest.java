package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.adapters.store.sealing.SealingSamples.VERSION;
import static io.omnibridge.adapters.store.sealing.SealingSamples.account;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

class GrantJsonTest {

    private static final AccountKey KEY = key(ALICE, GOOGLE, "work");

    private final TinkCredentialSealer sealer = new TinkCredentialSealer(Keyset.generate(), ISSUER);

    @Property
    void every_grant_opens_as_it_was_sealed(@ForAll("grants") Grant grant) {
        assertEquals(grant, sealer.open(account(KEY, VERSION, sealer.seal(KEY, VERSION, grant))));
    }

    @Provide
    Arbitrary<Grant> grants() {
        Arbitrary<Secret> secrets =
                visibleAscii().ofMinLength(1).ofMaxLength(Secret.MAX_LENGTH).map(Secret::new);
        Arbitrary<Optional<Instant>> instants = instants().optional();
        Arbitrary<Credentials> credentials = Combinators.combine(secrets, instants, secrets.optional(), instants)
                .as(Credentials::new);
        return Combinators.combine(credentials, scopes(), origins().optional()).as(Grant::new);
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Scopes> scopes() {
        Arbitrary<List<String>> tokens = visibleAscii()
                .excludeChars('"', '\\')
                .ofMinLength(1)
                .ofMaxLength(255)
                .list()
                .ofMaxSize(Scopes.MAX_COUNT);
        return tokens.map(Scopes::fitting);
    }

    private static Arbitrary<TokenOrigin> origins() {
        Arbitrary<URI> endpoints = Arbitraries.of("https://oauth.example", "http://127.0.0.1:8080", "https://[::1]:1")
                .map(URI::create);
        return Combinators.combine(visibleAscii().ofMinLength(1).ofMaxLength(255), endpoints)
                .as(TokenOrigin::new);
    }

    private static StringArbitrary visibleAscii() {
        return Arbitraries.strings().withCharRange('!', '~');
    }
}

package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks a provider's configuration against its servers, as far as possible without a user: metadata, keys, endpoints, the client's
 * registration, its redirect URI and scopes. Codes and tokens that it sends are made up, so it changes nothing. All checks of a
 * provider together take little more than a minute. Thread-safe.
 */
public final class ProviderCheck {

    private static final Duration MAX_TIME = Duration.ofSeconds(60);

    private final Discovery discovery;
    private final Clock clock;
    private final KeyCheck keyCheck;
    private final AuthorizationCheck authorizationCheck;
    private final ClientCheck clientCheck;
    private final ResourceCheck resourceCheck;
    private final RevocationCheck revocationCheck;

    ProviderCheck(Transport transport, Discovery discovery, KeySets keySets, URI publicUrl, Clock clock) {
        RedirectUris redirectUris = new RedirectUris(publicUrl);
        this.discovery = discovery;
        this.clock = clock;
        this.keyCheck = new KeyCheck(keySets);
        this.authorizationCheck = new AuthorizationCheck(transport, redirectUris);
        this.clientCheck = new ClientCheck(new TokenEndpoint(transport, clock), redirectUris);
        this.resourceCheck = new ResourceCheck(transport);
        this.revocationCheck = new RevocationCheck(transport);
    }

    /** Returns the results for {@code entry}, in the order of the checks. */
    public List<CheckResult> check(ProviderEntry entry) {
        ProviderDeadline deadline = new ProviderDeadline(clock, MAX_TIME);
        try {
            Endpoints endpoints = discovery.endpoints(entry, deadline);
            IssuerMetadata metadata =
                    Discovery.isDiscoverable(entry) ? discovery.metadata(entry, deadline) : IssuerMetadata.NONE;
            return check(new CheckedProvider(entry, endpoints, metadata, deadline));
        } catch (RequestFailed | InvalidProviderResponse e) {
            return List.of(new CheckResult(
                    CheckStatus.WRONG, "discovery at the issuer: " + e.getMessage() + ": check issuer"));
        }
    }

    private List<CheckResult> check(CheckedProvider provider) {
        List<Supplier<List<CheckResult>>> checks = List.of(
                () -> keyCheck.check(provider).stream().toList(),
                () -> algorithms(provider).stream().toList(),
                () -> authorizationCheck.check(provider),
                () -> List.of(clientCheck.check(provider)),
                () -> OfflineAccessCheck.check(provider).stream().toList(),
                () -> resourceCheck.check(provider).stream().toList(),
                () -> revocationCheck.check(provider).stream().toList());
        List<CheckResult> results = new ArrayList<>();
        for (Supplier<List<CheckResult>> check : checks) {
            if (provider.deadline().isOver()) {
                results.add(new CheckResult(
                        CheckStatus.UNKNOWN,
                        "cannot be told: the provider responds too slowly, and what is left was not tried within "
                                + MAX_TIME.toSeconds() + " seconds"));
                return results;
            }
            results.addAll(check.get());
        }
        return results;
    }

    /** Compares the algorithms that the issuer announces with those that are allowed; empty if it announces none. */
    private static Optional<CheckResult> algorithms(CheckedProvider provider) {
        return Optional.of(provider.metadata().idTokenAlgorithms())
                .filter(it -> !it.isEmpty())
                .map(it -> IdTokenAlgorithmCheck.check(
                        it, provider.entry().idTokens().algorithms()));
    }
}

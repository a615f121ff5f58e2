package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.IdentitySource;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks userinfo or the identity URL with a made-up access token: an endpoint that is there rejects it. */
final class ResourceCheck {

    private static final Set<Integer> REJECTIONS = Set.of(400, 401, 403);

    private final Transport transport;

    ResourceCheck(Transport transport) {
        this.transport = transport;
    }

    /** Returns the result; empty if neither endpoint is used. */
    Optional<CheckResult> check(CheckedProvider provider) {
        IdentitySource identity = provider.entry().identity();
        if (identity instanceof IdentitySource.IdentityEndpoint endpoint) {
            return Optional.of(check(provider, endpoint.url(), "identity_url"));
        }
        boolean isUserinfoUsed = identity instanceof IdentitySource.IdTokenSubject subject && subject.checksUserinfo();
        return provider.endpoints()
                .userinfo()
                .filter(it -> isUserinfoUsed)
                .map(url -> check(provider, url, "userinfo_url"));
    }

    private CheckResult check(CheckedProvider provider, URI url, String member) {
        try {
            int status = transport.send(request(provider, url)).status();
            if (REJECTIONS.contains(status)) {
                return new CheckResult(
                        CheckStatus.FINE, "the endpoint of " + member + " rejects a made-up access token");
            }
            return status == 200
                    ? new CheckResult(
                            CheckStatus.UNKNOWN,
                            "cannot be told: the endpoint of " + member
                                    + " accepts a made-up access token, or reports errors with status 200")
                    : new CheckResult(
                            CheckStatus.WRONG,
                            "the endpoint of " + member + " responds with status " + status + ": check " + member);
        } catch (RequestFailed e) {
            return new CheckResult(
                    CheckStatus.WRONG, "the endpoint of " + member + ": " + e.getMessage() + ": check " + member);
        }
    }

    private static ProviderRequest request(CheckedProvider provider, URI url) {
        ProviderEntry entry = provider.entry();
        Map<String, String> headers = new HashMap<>(entry.api().headers());
        headers.put("Accept", "application/json");
        headers.put("Authorization", entry.api().tokenScheme() + " " + CheckedProvider.MADE_UP.reveal());
        return ProviderRequest.get(url, headers, provider.timeout());
    }
}

package io.omnibridge.adapters.providers.reads;

import io.omnibridge.application.port.ApiRead;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ApiRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A request that is a listed read. {@link #toString()} prints no value of the client.
 *
 * @param request what the client asked for; of its headers only those that a read may have are sent
 * @param url what is sent: the API's URL, with path and query as they were matched
 */
public record MatchedRead(ProviderId provider, ReadableApi api, ReadRule rule, ApiRequest request, URI url)
        implements ApiRead {

    public MatchedRead {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(url, "url");
    }

    @Override
    public Optional<Source> source() {
        return rule.source();
    }

    @Override
    public Set<String> scopes() {
        return rule.scopes().isEmpty() ? Set.copyOf(api.scopes()) : rule.scopes();
    }

    @Override
    public String limitGroup() {
        return api.limitOf(rule);
    }

    @Override
    public String toString() {
        return "MatchedRead[" + provider.value() + " " + rule.path() + "]";
    }
}

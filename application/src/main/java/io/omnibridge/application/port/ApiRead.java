package io.omnibridge.application.port;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.source.Source;
import java.util.Optional;
import java.util.Set;

/** A request that matches a listed read, ready to be sent: what was matched is what is sent. Made by {@link ProviderApis#match}. */
public interface ApiRead {

    ProviderId provider();

    /** Returns the source that the read belongs to; empty if it belongs to none. */
    Optional<Source> source();

    /** Returns the scopes of which the grant needs one; empty if the provider has none, or if they are not known. */
    Set<String> scopes();

    /** Returns which of the provider's rate limits it counts against, as far as that is known before the call. */
    String limitGroup();
}

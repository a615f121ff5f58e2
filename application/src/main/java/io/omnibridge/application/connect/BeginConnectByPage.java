package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Begins an attempt for a user who connects an account by pages. It asks for all configured scopes, and only a page completes it.
 * Thread-safe.
 */
public final class BeginConnectByPage {

    private final ProviderCatalogue catalogue;
    private final BeginAttempt beginAttempt;
    private final Clock clock;

    public BeginConnectByPage(
            ProviderCatalogue catalogue, AttemptFactory factory, ConnectAttempts attempts, Clock clock) {
        this.catalogue = Objects.requireNonNull(catalogue);
        this.beginAttempt = new BeginAttempt(factory, attempts);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Begins an attempt of the caller.
     *
     * @throws io.omnibridge.application.port.ProviderUnavailable if the provider has to be asked first and did not answer
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; an attempt that it stored
     *     nevertheless expires unused
     */
    public BeginResult begin(Caller caller, RequestId requestId, ProviderId id) {
        AuditedAction action = AuditedAction.of(ActionKind.CONNECT, caller, requestId, clock.instant());
        return catalogue
                .find(id)
                .map(provider ->
                        beginAttempt.begin(action, provider, provider.scopes(), Optional.of(ConnectAttempt.PAGE)))
                .orElseGet(BeginResult.UnknownProvider::new);
    }
}

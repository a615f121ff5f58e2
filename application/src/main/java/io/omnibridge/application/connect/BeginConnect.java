package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Begins an attempt to connect an account: checks the caller's request, stores the attempt, and returns the
 * authorization URL for the user's browser. Thread-safe.
 */
public final class BeginConnect {

    /** The maximum number of attempts of one user that are pending, returned or exchanging. */
    public static final int MAX_OPEN = 20;

    private final ProviderCatalogue catalogue;
    private final ReturnUrls returnUrls;
    private final boolean showsTicket;
    private final BeginAttempt beginAttempt;
    private final Clock clock;

    /** @param showsTicket whether OmniBridge's own page shows the ticket, so that an attempt needs no return URL */
    public BeginConnect(
            ProviderCatalogue catalogue,
            ReturnUrls returnUrls,
            boolean showsTicket,
            AttemptFactory factory,
            ConnectAttempts attempts,
            Clock clock) {
        this.catalogue = Objects.requireNonNull(catalogue);
        this.returnUrls = Objects.requireNonNull(returnUrls);
        this.showsTicket = showsTicket;
        this.beginAttempt = new BeginAttempt(factory, attempts);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Begins an attempt of the caller.
     *
     * @throws io.omnibridge.application.port.ProviderUnavailable if the provider has to be asked first and did not
     *     answer
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; an attempt that it stored
     *     nevertheless expires unused
     */
    public BeginResult begin(Caller caller, RequestId requestId, BeginConnectCommand command) {
        Optional<ConnectableProvider> provider = catalogue.find(command.provider());
        if (provider.isEmpty()) {
            return new BeginResult.UnknownProvider();
        }
        Optional<Scopes> scopes = RequestedScopes.of(provider.get(), command.scopes());
        if (scopes.isEmpty()) {
            return new BeginResult.ScopesRefused();
        }
        ReturnUrls allowed = returnUrls.of(caller.client());
        if (command.returnTo().isEmpty() && !showsTicket) {
            return new BeginResult.ReturnToRequired(allowed.all().size());
        }
        if (command.returnTo().isPresent()
                && allowed.find(command.returnTo().get()).isEmpty()) {
            return new BeginResult.ReturnToRefused();
        }
        AuditedAction action = AuditedAction.of(ActionKind.CONNECT, caller, requestId, clock.instant());
        return beginAttempt.begin(action, provider.get(), scopes.get(), command.returnTo());
    }
}

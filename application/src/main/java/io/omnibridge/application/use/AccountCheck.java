package io.omnibridge.application.use;

import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.OpenResult;
import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.use.UseRefusal.NotUsable;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Checks whether a read may use an account: it has to exist, to be active, to have one of the read's scopes, and to have been issued
 * by the client and server that are configured. Only sealed data decides. Calls no provider. Thread-safe.
 */
public final class AccountCheck {

    /** A shorter token may be an ordinary word of a response, so it cannot be masked there. */
    static final int MIN_TOKEN_LENGTH = 20;

    private final BorrowCredentials borrowCredentials;
    private final ProviderCatalogue catalogue;
    private final LinkedByTokenCheck linkedByToken;

    public AccountCheck(
            BorrowCredentials borrowCredentials, ProviderCatalogue catalogue, LinkedByTokenCheck linkedByToken) {
        this.borrowCredentials = Objects.requireNonNull(borrowCredentials);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.linkedByToken = Objects.requireNonNull(linkedByToken);
    }

    /** Returns the account, opened. */
    OpenedAccount require(AccountKey key) throws RefusedUse {
        OpenedAccount opened = opened(key);
        linkedByToken.requireAllowed(opened);
        requireHome(opened);
        if (opened.grant().credentials().accessToken().length() < MIN_TOKEN_LENGTH) {
            throw new RefusedUse(new NotUsable(UnusableTokenReason.TOKEN_TOO_SHORT));
        }
        return opened;
    }

    private OpenedAccount opened(AccountKey key) throws RefusedUse {
        OpenResult result = borrowCredentials.open(key);
        if (result instanceof OpenResult.Opened opened) {
            return opened.account();
        }
        throw new RefusedUse(
                result instanceof OpenResult.NeedsReconnect needsReconnect
                        ? new UseRefusal.NeedsReconnect(needsReconnect.reason())
                        : new UseRefusal.NotFound());
    }

    private void requireHome(OpenedAccount opened) throws RefusedUse {
        Optional<TokenOrigin> origin = opened.grant().origin();
        Optional<IssuingClient> client =
                catalogue.issuingClient(opened.account().key().provider());
        if (client.isEmpty()) {
            throw new RefusedUse(new UseRefusal.NotConfigured(false));
        }
        if (origin.filter(it -> !client.get().canHaveIssued(it)).isPresent()) {
            throw new RefusedUse(new UseRefusal.NotConfigured(true));
        }
    }

    /**
     * Requires one of {@code anyOf}. A grant without scopes, or a read without, decides nothing: not every provider tells what it
     * granted.
     */
    static void requireScope(OpenedAccount opened, Set<String> anyOf) throws RefusedUse {
        Scopes granted = opened.grant().scopes();
        if (!anyOf.isEmpty() && !granted.equals(Scopes.none()) && !granted.hasOneOf(anyOf)) {
            throw new RefusedUse(new UseRefusal.NotGranted(anyOf));
        }
    }
}

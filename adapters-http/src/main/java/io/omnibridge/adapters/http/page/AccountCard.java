package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.application.accounts.AccountDescription;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One account as its owner sees it.
 *
 * @param provider what this process knows of its provider; empty if it is not configured
 */
public record AccountCard(AccountDescription description, Optional<ConnectableProvider> provider) {

    /** Scopes beyond these are counted only: an account may have 200. */
    private static final int MAX_SCOPES = 12;

    /** A scope has up to 255 characters. */
    private static final int MAX_SCOPE_LENGTH = 100;

    private static final String GRANTED = "scope.";

    public AccountCard {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(provider, "provider");
    }

    private AccountKey key() {
        return description.metadata().key();
    }

    /** Returns what the provider calls the account; its id if that is not known. */
    public String title() {
        return description.metadata().label().map(AccountLabel::value).orElseGet(this::id);
    }

    /** Returns the provider's id of the account. */
    public String id() {
        return key().providerAccountId().value();
    }

    public String providerId() {
        return key().provider().value();
    }

    public String providerName() {
        return provider.map(ConnectableProvider::displayName).orElseGet(this::providerId);
    }

    /** Returns why the account needs a new consent; empty if it works. */
    public Optional<ReconnectReason> reconnect() {
        return description.reconnect();
    }

    public boolean canReconnect() {
        return provider.isPresent();
    }

    /** Returns the path of the page that disconnects it. */
    public String disconnectPath() {
        return AccountPaths.disconnect(key());
    }

    public Instant connectedAt() {
        return description.metadata().linkedAt();
    }

    /** Returns when its data was last used, to the minute; empty if it never was. */
    public Optional<Instant> usedAt() {
        return description.metadata().dataUsedAt();
    }

    /** Returns when the account is disconnected unless it is used or viewed; empty if never. */
    public Optional<Instant> expiresUnusedAt() {
        return description.expiresUnusedAt();
    }

    /** Returns what the provider allows: the scopes in words, as far as there are words for them; without scopes, its sources. */
    public List<String> permissions(Texts texts) {
        List<String> scopes = description.metadata().scopes().values();
        if (scopes.isEmpty()) {
            return provider.stream()
                    .flatMap(it -> it.sources().stream())
                    .sorted()
                    .map((Source source) -> texts.of(Texts.key("source", source)))
                    .toList();
        }
        return scopes.stream()
                .limit(MAX_SCOPES)
                .map(scope -> texts.has(GRANTED + scope) ? texts.of(GRANTED + scope) : shortened(scope))
                .toList();
    }

    private static String shortened(String scope) {
        return scope.length() <= MAX_SCOPE_LENGTH ? scope : scope.substring(0, MAX_SCOPE_LENGTH) + "…";
    }

    /** Returns how many scopes {@link #permissions} leaves out. */
    public int morePermissions() {
        return Math.max(description.metadata().scopes().values().size() - MAX_SCOPES, 0);
    }
}

package io.omnibridge.application.use;

import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.BorrowResult;
import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.port.ApiAnswer;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.application.port.ReadOutcome;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Makes one read of a plan, whose use has its receipt, and collects the response. Thread-safe. */
public final class MakeRead {

    /** A larger response is no page of results, and no text. */
    static final int MAX_RESPONSE = 4 * 1024 * 1024;

    private final ProviderApis apis;
    private final BorrowCredentials borrowCredentials;
    private final UseChecks checks;
    private final UseEvents events;
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    public MakeRead(
            ProviderApis apis,
            BorrowCredentials borrowCredentials,
            UseChecks checks,
            UseEvents events,
            LongSupplier nanoTime) {
        this.apis = Objects.requireNonNull(apis);
        this.borrowCredentials = Objects.requireNonNull(borrowCredentials);
        this.checks = Objects.requireNonNull(checks);
        this.events = Objects.requireNonNull(events);
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /** Finds the listed read that a request of a plan is. */
    ReadMatch match(OpenedAccount opened, ApiRequest request) {
        return apis.match(opened.account().key().provider(), request);
    }

    /** Returns how long the limit goes on that a read counts against; empty if it is not reached, as far as that is known. */
    Optional<Duration> limitLeft(OpenedAccount opened, ReadMatch match) {
        return match instanceof ReadMatch.Found found
                ? checks.limits().left(opened.account().key(), found.read().limitGroup())
                : Optional.empty();
    }

    /** A source's failure is its own: no exception of one read reaches the others. */
    ReadOutcome read(OpenedAccount opened, ReadMatch match, Deadline deadline) {
        try {
            return match instanceof ReadMatch.Found found
                    ? listed(opened, found.read(), deadline)
                    : unlisted(opened.account().key().provider(), match);
        } catch (CredentialsUnreadable e) {
            return failed(UseFailure.CREDENTIALS_UNREADABLE);
        } catch (StoreUnavailable e) {
            return failed(UseFailure.PROVIDER_UNAVAILABLE);
        }
    }

    /** The limit may have been reached while the read waited for its place. */
    private ReadOutcome listed(OpenedAccount opened, ApiRead read, Deadline deadline) {
        Optional<Duration> limited = checks.limits().left(opened.account().key(), read.limitGroup());
        if (limited.isPresent()) {
            return new ReadOutcome.Failed(UseFailure.RATE_LIMITED, limited.get());
        }
        return switch (checks.linkedByToken().confirm(opened)) {
            case CONFIRMED -> borrowed(opened, read, deadline);
            case REFUTED -> failed(UseFailure.NOT_CONFIRMED);
            case UNKNOWN -> failed(UseFailure.PROVIDER_UNAVAILABLE);
        };
    }

    private ReadOutcome unlisted(ProviderId provider, ReadMatch match) {
        if (match instanceof ReadMatch.NotARead notARead) {
            events.unlisted(provider, notARead.detail());
        } else if (match instanceof ReadMatch.Invalid invalid) {
            events.unlisted(provider, invalid.detail());
        }
        return failed(UseFailure.NOT_CONFIGURED);
    }

    private ReadOutcome borrowed(OpenedAccount opened, ApiRead read, Deadline deadline) {
        BorrowResult<ApiAnswer> result = borrowCredentials.borrow(
                opened, deadline.left(), new ReadCall(apis, read, deadline::left, events, nanoTime));
        if (result instanceof BorrowResult.Lent<ApiAnswer> lent) {
            return answered(opened.account().key(), lent.value(), deadline);
        }
        if (result instanceof BorrowResult.NeedsReconnect<ApiAnswer>) {
            return failed(UseFailure.NEEDS_RECONNECT);
        }
        return result instanceof BorrowResult.Unavailable<ApiAnswer> unavailable
                ? new ReadOutcome.Failed(UseFailure.PROVIDER_UNAVAILABLE, unavailable.retryAfter())
                : failed(UseFailure.NOT_FOUND);
    }

    private ReadOutcome answered(AccountKey key, ApiAnswer answer, Deadline deadline) {
        if (answer instanceof ApiAnswer.Response response) {
            CollectedBody body = new CollectedBody(MAX_RESPONSE);
            response.body().subscribe(body);
            return body.await(response.status(), contentType(response), deadline.left());
        }
        if (answer instanceof ApiAnswer.LimitReached limit) {
            checks.limits().note(key, limit.limitGroup(), limit.retryAfter());
            return new ReadOutcome.Failed(UseFailure.RATE_LIMITED, limit.retryAfter());
        }
        return failed(((ApiAnswer.Failed) answer).reason());
    }

    private static Optional<String> contentType(ApiAnswer.Response response) {
        return response.headers().entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase("Content-Type"))
                .map(it -> it.getValue())
                .findFirst();
    }

    private static ReadOutcome failed(UseFailure reason) {
        return new ReadOutcome.Failed(reason, Duration.ZERO);
    }
}

package io.omnibridge.application.use;

import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.BorrowResult;
import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.ApiAnswer;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.use.UseRefusal.NotUsable;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Makes the call of a use that has its receipt, and appends that it failed if nothing was received. Thread-safe. */
public final class MakeCall {

    /** How long a caller waits for a refresh. */
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(10);

    /** How long a caller waits for the beginning of a response, unless the adapter's own limit is shorter. */
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);

    private final BorrowCredentials borrowCredentials;
    private final ProviderApis apis;
    private final UseChecks checks;
    private final Receipts receipts;
    private final UseEvents events;
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    public MakeCall(
            BorrowCredentials borrowCredentials,
            ProviderApis apis,
            UseChecks checks,
            Receipts receipts,
            UseEvents events,
            LongSupplier nanoTime) {
        this.borrowCredentials = Objects.requireNonNull(borrowCredentials);
        this.apis = Objects.requireNonNull(apis);
        this.checks = Objects.requireNonNull(checks);
        this.receipts = Objects.requireNonNull(receipts);
        this.events = Objects.requireNonNull(events);
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    UseEvents events() {
        return events;
    }

    /** @param permit is closed when the body has ended, or before this returns if there is none */
    UseResult make(Use use, OpenedAccount opened, ApiRead read, CallPermit permit) {
        UseResult result = unlessItThrows(use, opened, read);
        if (result instanceof UseResult.Answered answered) {
            ApiAnswer.Response response = answered.response();
            events.ended(use, Optional.empty());
            return new UseResult.Answered(new ApiAnswer.Response(
                    response.status(), response.headers(), CountedBody.of(response.body(), permit::close)));
        }
        permit.close();
        return result;
    }

    private UseResult unlessItThrows(Use use, OpenedAccount opened, ApiRead read) {
        try {
            return call(use, opened, read);
        } catch (CredentialsUnreadable e) {
            fail(use, UseFailure.CREDENTIALS_UNREADABLE);
            throw e;
        } catch (StoreUnavailable e) {
            fail(use, UseFailure.PROVIDER_UNAVAILABLE);
            throw e;
        } catch (RuntimeException | Error e) {
            fail(use, UseFailure.INTERNAL_ERROR);
            throw e;
        }
    }

    private UseResult call(Use use, OpenedAccount opened, ApiRead read) {
        return switch (checks.linkedByToken().confirm(opened)) {
            case CONFIRMED -> borrowed(use, opened, read);
            case REFUTED -> refused(use, UseFailure.NOT_CONFIRMED, new NotUsable(UnusableTokenReason.NOT_CONFIRMED));
            case UNKNOWN -> failed(use, UseFailure.PROVIDER_UNAVAILABLE, Duration.ZERO);
        };
    }

    private UseResult borrowed(Use use, OpenedAccount opened, ApiRead read) {
        BorrowResult<ApiAnswer> result = borrowCredentials.borrow(
                opened, REFRESH_TIMEOUT, new ReadCall(apis, read, () -> RESPONSE_TIMEOUT, events, nanoTime));
        if (result instanceof BorrowResult.Lent<ApiAnswer> lent) {
            return answered(use, opened, lent.value());
        }
        if (result instanceof BorrowResult.NeedsReconnect<ApiAnswer> needsReconnect) {
            return refused(use, UseFailure.NEEDS_RECONNECT, new UseRefusal.NeedsReconnect(needsReconnect.reason()));
        }
        return result instanceof BorrowResult.Unavailable<ApiAnswer> unavailable
                ? failed(use, UseFailure.PROVIDER_UNAVAILABLE, unavailable.retryAfter())
                : refused(use, UseFailure.NOT_FOUND, new UseRefusal.NotFound());
    }

    private UseResult answered(Use use, OpenedAccount opened, ApiAnswer answer) {
        if (answer instanceof ApiAnswer.Response response) {
            return new UseResult.Answered(response);
        }
        if (answer instanceof ApiAnswer.LimitReached limit) {
            checks.limits().note(opened.account().key(), limit.limitGroup(), limit.retryAfter());
            return refused(use, UseFailure.RATE_LIMITED, new UseRefusal.LimitReached(limit.retryAfter()));
        }
        return failed(use, ((ApiAnswer.Failed) answer).reason(), Duration.ZERO);
    }

    private UseResult refused(Use use, UseFailure reason, UseRefusal refusal) {
        fail(use, reason);
        return new UseResult.Refused(refusal);
    }

    private UseResult failed(Use use, UseFailure reason, Duration retryAfter) {
        fail(use, reason);
        return new UseResult.Failed(reason, retryAfter);
    }

    private void fail(Use use, UseFailure reason) {
        receipts.fail(use, reason);
        events.ended(use, Optional.of(reason));
    }
}

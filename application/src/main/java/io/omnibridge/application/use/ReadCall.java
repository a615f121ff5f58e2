package io.omnibridge.application.use;

import io.omnibridge.application.credentials.ApiCall;
import io.omnibridge.application.credentials.ApiCallResult;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.TokenCheck;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The call of one read, which may run twice.
 *
 * @param timeLeft how long the caller still waits
 */
record ReadCall(ProviderApis apis, ApiRead read, Supplier<Duration> timeLeft, UseEvents events, LongSupplier nanoTime)
        implements ApiCall<ApiReadResult> {

    @Override
    public ApiCallResult<ApiReadResult> call(Credentials credentials) {
        long start = nanoTime.getAsLong();
        ApiReadResult answer = apis.call(read, credentials, timeLeft.get());
        events.called(read.provider(), Duration.ofNanos(nanoTime.getAsLong() - start), failure(answer));
        return answer instanceof ApiReadResult.Unauthorized unauthorized
                ? new ApiCallResult.Unauthorized<>(unauthorized.response())
                : new ApiCallResult.Done<>(answer);
    }

    @Override
    public boolean isRefusedElsewhere(Credentials credentials) {
        return apis.check(read.provider(), credentials.accessToken()) instanceof TokenCheck.Refused;
    }

    private static Optional<UseFailure> failure(ApiReadResult answer) {
        if (answer instanceof ApiReadResult.Failed failed) {
            return Optional.of(failed.reason());
        }
        return answer instanceof ApiReadResult.LimitReached ? Optional.of(UseFailure.RATE_LIMITED) : Optional.empty();
    }
}

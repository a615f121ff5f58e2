package io.omnibridge.adapters.store.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.domain.InvalidValue;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Key that never leaves a KMS. The first of Tink's {@link KmsClient}s on the class path that supports the key's URI calls the KMS. Every
 * call ends in time.
 */
public final class KmsKey {

    /** Time for one call of the KMS, including retries of its client. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

    private final String uri;
    private final Duration deadline;

    private KmsKey(String uri, Duration deadline) {
        this.uri = uri;
        this.deadline = deadline;
    }

    /**
     * Returns the key that {@code uri} names, such as {@code gcp-kms://projects/…}, without calling the KMS.
     *
     * @throws InvalidValue if no client on the class path supports the URI
     */
    public static KmsKey at(String uri, Duration deadline) {
        KmsKey key = new KmsKey(uri, deadline);
        key.client();
        return key;
    }

    /** Returns an AEAD that calls the KMS, and that throws {@link KmsUnavailable} if the KMS did not respond. */
    Aead aead() {
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
                return ask(() -> connect().encrypt(plaintext, associatedData));
            }

            @Override
            public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
                return ask(() -> connect().decrypt(ciphertext, associatedData));
            }
        };
    }

    private Aead connect() {
        try {
            return client().withDefaultCredentials().getAead(uri);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KmsUnavailable("cannot be used: its client found no credentials, or the URI names no key");
        }
    }

    private KmsClient client() {
        try {
            return ServiceLoader.load(KmsClient.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(client -> client.doesSupport(uri))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValue("names a key that no KMS client on the class path knows"));
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new InvalidValue(
                    "needs a KMS client that cannot be loaded: not all of its jars are on the class path");
        }
    }

    /** Runs on a thread that may outlive the call, because clients retry without a limit. */
    private byte[] ask(Callable<byte[]> question) throws GeneralSecurityException {
        FutureTask<byte[]> answer = new FutureTask<>(question);
        DaemonThreads.named("kms").newThread(answer).start();
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw reason(Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException e) {
            throw nodeUnreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw nodeUnreachable();
        }
    }

    private static GeneralSecurityException reason(Throwable failure) {
        if (failure instanceof KmsUnavailable unavailable) {
            throw unavailable;
        }
        if (failure instanceof LinkageError) {
            throw new KmsUnavailable(
                    "needs a KMS client that is incomplete: not all of its jars are on the class path");
        }
        if (causes(failure).anyMatch(KmsKey::isOfTheNetwork)) {
            throw nodeUnreachable();
        }
        return new GeneralSecurityException("the KMS refused");
    }

    private static KmsUnavailable nodeUnreachable() {
        return new KmsUnavailable("names a key of a KMS that does not answer");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isOfTheNetwork(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof InterruptedIOException
                || cause instanceof TimeoutException;
    }
}

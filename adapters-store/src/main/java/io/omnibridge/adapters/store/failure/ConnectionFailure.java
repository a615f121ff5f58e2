package io.omnibridge.adapters.store.failure;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why a connection could not be made or broke, as far as the exceptions of the JDK say it. */
public final class ConnectionFailure {

    /** The most telling first: an exception of TLS is the cause of others. */
    private static final Map<Class<? extends Throwable>, String> MEANINGS = meanings();

    private ConnectionFailure() {}

    private static Map<Class<? extends Throwable>, String> meanings() {
        Map<Class<? extends Throwable>, String> meanings = new LinkedHashMap<>();
        meanings.put(FileNotFoundException.class, "a file for TLS cannot be read, such as that of the CA");
        meanings.put(NoSuchFileException.class, "a file for TLS cannot be read, such as that of the CA");
        meanings.put(CertificateExpiredException.class, "the server's certificate has expired");
        meanings.put(CertificateNotYetValidException.class, "the server's certificate is not valid yet");
        meanings.put(CertPathBuilderException.class, "the server's certificate was issued by a CA that is not trusted");
        meanings.put(
                CertPathValidatorException.class, "the server's certificate was issued by a CA that is not trusted");
        meanings.put(CertificateException.class, "the server's certificate does not name this host");
        meanings.put(SSLException.class, "the server does not speak TLS at this port, or ended the handshake");
        meanings.put(UnknownHostException.class, "no name service knows the host");
        meanings.put(NoRouteToHostException.class, "no route leads to the host");
        meanings.put(ConnectException.class, "nothing listens at this host and port");
        meanings.put(
                SocketTimeoutException.class, "the server did not answer in time, or a firewall drops the packets");
        meanings.put(EOFException.class, "the server closed the connection, as it does where only one side uses TLS");
        meanings.put(
                SocketException.class, "the server closed the connection, as it does where only one side uses TLS");
        return meanings;
    }

    /** Returns the class of the reason and its meaning; empty if the causes do not tell. */
    public static Optional<String> inWords(Throwable failure) {
        List<Throwable> causes = CauseChain.causes(failure).toList();
        return MEANINGS.entrySet().stream()
                .flatMap(meaning -> causes.stream()
                        .filter(meaning.getKey()::isInstance)
                        .map(cause -> cause.getClass().getSimpleName() + ": " + meaning.getValue()))
                .findFirst();
    }
}

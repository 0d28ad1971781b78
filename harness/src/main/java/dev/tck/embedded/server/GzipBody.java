package dev.tck.embedded.server;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.HttpContentDecoder;
import io.netty.handler.codec.http.HttpHeaderValues;
import org.jspecify.annotations.Nullable;

/** Unpacks bodies with {@code Content-Encoding: gzip}; like taosAdapter it knows no other one. */
final class GzipBody extends HttpContentDecoder {

  @Override
  protected @Nullable EmbeddedChannel newContentDecoder(String contentEncoding) {
    return HttpHeaderValues.GZIP.contentEqualsIgnoreCase(contentEncoding)
        ? new EmbeddedChannel(ZlibCodecFactory.newZlibDecoder(ZlibWrapper.GZIP, 0))
        : null;
  }
}

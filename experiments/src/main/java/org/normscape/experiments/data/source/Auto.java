package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;

/**
 * Whatever images are at hand: those in the folder of {@code --data}, else of {@code
 * NORMSCAPE_DATA}, else CIFAR-10 where it was fetched, else the part of Fashion-MNIST that comes
 * with Normscape. A run records what was chosen.
 */
@AutoService(DataSource.class)
public record Auto() implements DataSource {

  @Override
  public DataSource resolve(DataContext context) {
    Optional<DataFolder> named = context.named();
    if (named.isPresent()) {
      return isFashionMnist(named.get())
          ? new FashionMnist(FashionMnist.Part.WHOLE, new FashionMnist().side())
          : new Cifar10();
    }
    return Cifar10.cache(context).exists() ? new Cifar10() : new FashionMnist();
  }

  private static boolean isFashionMnist(DataFolder folder) {
    return FashionMnist.FILES.areIn(folder) && !Cifar10.FILES.areIn(folder);
  }

  @Override
  public Optional<DataFolder> folder(DataContext context) {
    return resolve(context).folder(context);
  }

  @Override
  public String describe(DataContext context) {
    String chosen = resolve(context).describe(context);
    return folder(context).isPresent() ? chosen : chosen + " (CIFAR-10 was not found)";
  }

  @Override
  public Dataset load(DataContext context) {
    return resolve(context).load(context);
  }
}

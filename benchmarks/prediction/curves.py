"""Prints a thousand learning curves of 50 points as CSV: noisy exponential rises, one in ten of which never comes."""
import math
import random

random.seed(1)
print("source,curve_id,dataset,architecture,metric,epoch,value")
for number in range(1000):
    end = random.uniform(60, 99)
    rate = math.exp(random.uniform(math.log(0.02), math.log(0.5)))
    noise = random.uniform(0.1, 1.5)
    learns = random.random() > 0.1
    for epoch in range(1, 51):
        rise = (end - 50) * (1 - math.exp(-rate * epoch)) if learns else 0
        for metric, ahead in (("train_accuracy", 1.03), ("valid_accuracy", 1)):
            value = min(100, max(0, 50 + ahead * rise + random.gauss(0, noise)))
            print(f"generated,n{number},made,x,{metric},{epoch},{value:.4f}")
